using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SupervisorBot.GatewaySimulator;

/// <summary>
/// The body of a sign-in (cec_07_1202). Its numbers and booleans may come as text, as they do in the documents' own sample.
/// Phones are always hung up after a call: <c>releasephone</c> is read by nobody.
/// </summary>
internal sealed record SignInRequest(string Password, string PhoneNumber, int Status, int AgentType, string Ip, bool AutoAnswer, bool AutoEnterIdle)
{
    /// <summary>What a value that is no number is read as.</summary>
    private const int Wrong = -1;

    /// <summary>Where events are to be pushed; null for polling, which is meant unless both parameters are given (DEV-40100).</summary>
    public PushTarget? Push { get; private init; }

    /// <summary>Whether agents' sign-ins and sign-outs are to be told.</summary>
    public bool ListenStatus { get; private init; }

    public static SignInRequest? Read(JsonObject? body)
    {
        if (Text(body, "password") is not { } password || Text(body, "phonenum") is not { } phone)
        {
            return null;
        }

        return new SignInRequest(
            password,
            phone,
            Number(body, "status", 4),
            Number(body, "agenttype", 4),
            Text(body, "ip") ?? "127.0.0.1",
            Flag(body, "autoanswer"),
            Flag(body, "autoenteridle"))
        {
            Push = Text(body, "callBackUri") is { Length: > 0 } uri && Text(body, "serviceToken") is { Length: > 0 } token ? new PushTarget(uri, token) : null,
            ListenStatus = string.Equals(Text(body, "listenStatus"), "true", StringComparison.OrdinalIgnoreCase),
        };
    }

    private static string? Text(JsonObject? body, string name) => body?[name] is JsonValue value
        ? value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString()
        : null;

    private static int Number(JsonObject? body, string name, int absent) =>
        Text(body, name) is not { } text ? absent
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : Wrong;

    private static bool Flag(JsonObject? body, string name) => !string.Equals(Text(body, name), "false", StringComparison.OrdinalIgnoreCase);
}
