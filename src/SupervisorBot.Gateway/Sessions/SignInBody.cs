using System.Text.Json;
using System.Text.Json.Serialization;
using SupervisorBot.Gateway.Agents;
using SupervisorBot.Gateway.Http;
using SupervisorBot.Gateway.Push;

namespace SupervisorBot.Gateway.Sessions;

/// <summary>The body of a sign-in (CEC API reference cec_07_1202).</summary>
internal sealed class SignInBody
{
    private const int VoiceAgent = 4;
    private const int LongestPassword = 32;
    private const int LongestPhone = 24;
    private const int LongestAddress = 15;

    [JsonPropertyName("password")]
    public required string Password { get; init; }

    [JsonPropertyName("phonenum")]
    public required string PhoneNumber { get; init; }

    [JsonPropertyName("autoanswer")]
    public required bool AutoAnswer { get; init; }

    [JsonPropertyName("autoenteridle")]
    public required bool AutoEnterIdle { get; init; }

    [JsonPropertyName("releasephone")]
    public required bool ReleasePhone { get; init; }

    [JsonPropertyName("agenttype")]
    public int AgentType { get; init; } = VoiceAgent;

    [JsonPropertyName("status")]
    public required int Status { get; init; }

    [JsonPropertyName("ip")]
    public string? ClientAddress { get; init; }

    [JsonPropertyName("listenStatus")]
    public required bool ObserveSignIns { get; init; }

    [JsonPropertyName("callBackUri")]
    public string? CallbackUri { get; init; }

    [JsonPropertyName("serviceToken")]
    public string? ServiceToken { get; init; }

    public static SignInBody From(SignInRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        Check(request);
        return new SignInBody
        {
            Password = request.Password,
            PhoneNumber = request.PhoneNumber,
            AutoAnswer = request.AutoAnswer,
            AutoEnterIdle = request.AutoEnterIdle,
            ReleasePhone = request.ReleasePhone,
            Status = (int)request.Status,
            ClientAddress = request.ClientAddress,
            ObserveSignIns = request.ObserveSignIns,
            CallbackUri = request.PushTarget?.CallbackUri.AbsoluteUri,
            ServiceToken = request.PushTarget?.ServiceToken,
        };
    }

    public OnceContent ToContent(GatewayCall call) => new(call, JsonSerializer.SerializeToUtf8Bytes(this, GatewayJson.Default.SignInBody));

    private static void Check(SignInRequest request)
    {
        if (request.Password is null || request.Password.Length > LongestPassword)
        {
            throw new ArgumentException($"A password has up to {LongestPassword} characters.", nameof(request));
        }

        if (string.IsNullOrWhiteSpace(request.PhoneNumber) || request.PhoneNumber.Length > LongestPhone)
        {
            throw new ArgumentException($"A phone number has 1 to {LongestPhone} characters.", nameof(request));
        }

        if (request.Status is not (AgentState.Busy or AgentState.Idle or AgentState.WrapUp))
        {
            throw new ArgumentException("A sign-in begins idle, busy or in wrap-up.", nameof(request));
        }

        if (request.ClientAddress is { Length: 0 or > LongestAddress })
        {
            throw new ArgumentException($"A client address has 1 to {LongestAddress} characters.", nameof(request));
        }

        Check(request.PushTarget);
    }

    private static void Check(PushTarget? target)
    {
        if (target is null)
        {
            return;
        }

        if (target.CallbackUri is not { IsAbsoluteUri: true } uri || uri.Scheme != Uri.UriSchemeHttps || uri.AbsoluteUri.Length > PushTarget.LongestCallback)
        {
            throw new ArgumentException($"A callback is an https address of up to {PushTarget.LongestCallback} characters.", nameof(target));
        }

        if (!PushTarget.IsServiceToken(target.ServiceToken))
        {
            throw new ArgumentException($"A service token has 1 to {PushTarget.LongestServiceToken} letters and digits.", nameof(target));
        }
    }
}
