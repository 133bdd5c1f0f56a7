namespace SupervisorBot.Storage.Sessions;

/// <summary>A session as it is stored, still encrypted and unread.</summary>
/// <param name="Epoch">The latest opening.</param>
/// <param name="IsAwake">Whether somebody has to look after it.</param>
/// <param name="Document">The session, as it wrote itself; null where none was stored.</param>
/// <param name="Credentials">What the gateway knows it by, encrypted.</param>
/// <param name="StoredAt">When it was stored last.</param>
internal sealed record OpenedSession(long Epoch, bool IsAwake, string? Document, byte[]? Credentials, DateTimeOffset? StoredAt)
{
    /// <summary>Its interceptions: how far each is, and its document.</summary>
    public IReadOnlyList<(string Step, string Record)> Interceptions { get; init; } = [];
}
