using SupervisorBot.Supervision.Sessions.Machine;

namespace SupervisorBot.Supervision.Sessions;

/// <summary>Something in a session's mailbox.</summary>
/// <param name="Input">What happened, or is asked.</param>
/// <param name="Reply">Where somebody waits for the turn's reply.</param>
/// <param name="At">The timestamp at which it was put there.</param>
internal sealed record Letter(SessionInput Input, TaskCompletionSource<object?>? Reply, long At)
{
    /// <summary>Whether it is an inspector's request, whose sender has stopped waiting some seconds later: it must not take effect then.</summary>
    public bool IsRequest => Reply is not null && Input is Asked or Proposed or Pressed;
}
