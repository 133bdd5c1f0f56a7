using SupervisorBot.Supervision.Interception;

namespace SupervisorBot.Supervision.Sessions.Stored;

/// <summary>What was stored of a session when it was opened.</summary>
/// <param name="Epoch">Numbers the openings: a commit of an earlier epoch is refused.</param>
/// <param name="Snapshot">The session; null where none was ever stored. Without credentials where they cannot be decrypted any more.</param>
/// <param name="StoredAt">When it was stored last.</param>
/// <param name="Interceptions">The inspector's interceptions that are undecided, or were decided within the outcome's lifetime.</param>
public sealed record StoredSession(long Epoch, SessionSnapshot? Snapshot, DateTimeOffset? StoredAt, IReadOnlyList<InterceptionRecord> Interceptions);
