using SupervisorBot.Supervision.Sessions.Machine;

namespace SupervisorBot.Supervision.Sessions;

/// <summary>Something in a session's mailbox.</summary>
/// <param name="Input">What happened, or is asked.</param>
/// <param name="Reply">Where somebody waits for the turn's reply.</param>
internal sealed record Letter(SessionInput Input, TaskCompletionSource<object?>? Reply);
