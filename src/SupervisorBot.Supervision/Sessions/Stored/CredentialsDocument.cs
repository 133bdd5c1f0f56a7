using System.Text.Json;
using SupervisorBot.Gateway.Push;
using SupervisorBot.Gateway.Sessions;
using SupervisorBot.Supervision.SigningIn;

namespace SupervisorBot.Supervision.Sessions.Stored;

/// <summary>What the gateway knows a session by, as it is stored: encrypted, and never shown.</summary>
internal sealed record CredentialsDocument(SessionCredentials Gateway)
{
    /// <summary>The secret of the session's callback, where the gateway sends its events.</summary>
    public PushSecret? Push { get; init; }

    /// <summary>A password that was typed on the sign-in page, where the options keep it; it is encrypted by itself too.</summary>
    public SealedPassword? Password { get; init; }

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
