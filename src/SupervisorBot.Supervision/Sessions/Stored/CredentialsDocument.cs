using System.Text.Json;
using SupervisorBot.Gateway.Sessions;

namespace SupervisorBot.Supervision.Sessions.Stored;

/// <summary>What the gateway knows a session by, as it is stored: encrypted, and never shown.</summary>
internal sealed record CredentialsDocument(SessionCredentials Gateway)
{
    public string Write() => JsonSerializer.Serialize(this, SessionJson.Default.CredentialsDocument);

    /// <summary>Reads a stored text; null where it is none, which is as good as lost.</summary>
    public static CredentialsDocument? TryRead(string? text)
    {
        try
        {
            return text is null ? null : JsonSerializer.Deserialize(text, SessionJson.Default.CredentialsDocument) is { Gateway: not null } read ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public override string ToString() => nameof(CredentialsDocument);
}
