namespace SupervisorBot.Supervision.Sessions.Stored;

/// <summary>Who looks after a session that has to be looked after.</summary>
/// <param name="AgentId">The inspector's agent id.</param>
/// <param name="Epoch">The latest opening.</param>
/// <param name="Node">The node that opened it; null when it gave it back.</param>
public sealed record SessionOwner(int AgentId, long Epoch, string? Node);
