namespace SupervisorBot.GatewaySimulator;

/// <summary>What goes over the wire: a status, a type and bytes, whole or cut half-way; or nothing at all.</summary>
internal sealed record RawAnswer(int Status, string ContentType, byte[] Body)
{
    public const string Json = "application/json;charset=UTF-8";

    /// <summary>The connection is closed unanswered.</summary>
    public static readonly RawAnswer Dropped = new(0, "", []);

    /// <summary>Whether the connection is closed after half of the body.</summary>
    public bool IsCut { get; init; }
}
