namespace SupervisorBot.Supervision.Sessions.Stored;

/// <summary>A request and what was answered to it, kept so that a redelivered one does nothing twice.</summary>
/// <param name="RequestId">The request's id.</param>
/// <param name="Receipt">The answer, as the session writes it.</param>
public sealed record HandledRequest(string RequestId, string Receipt);
