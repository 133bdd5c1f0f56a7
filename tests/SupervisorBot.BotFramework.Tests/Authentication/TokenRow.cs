using System.Text.Json.Nodes;

namespace SupervisorBot.BotFramework.Tests.Authentication;

/// <summary>A request, and what becomes of it.</summary>
/// <param name="Name">What is special about it.</param>
/// <param name="Reason">The word in the log, or <see cref="Some"/>; null where the request is accepted.</param>
/// <param name="Authorization">The Authorization headers. The activity may be changed as well.</param>
internal sealed record TokenRow(string Name, string? Reason, Func<RegisteredBot, JsonObject, string[]> Authorization)
{
    /// <summary>Any reason that makes for a 401: which one depends on where the token is first read.</summary>
    public const string Some = "*";

    public int Status => Reason switch
    {
        null => 200,
        "Tenants" or "ServiceHost" => 403,
        _ => 401,
    };

    public override string ToString() => Name;
}
