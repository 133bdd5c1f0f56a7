namespace SupervisorBot.Storage.Sessions;

/// <summary>Who may change a session.</summary>
/// <param name="Epoch">The latest opening.</param>
/// <param name="CommitId">The commit stored last.</param>
internal sealed record OwnedSession(long Epoch, Guid? CommitId);
