using SupervisorBot.Supervision.Sessions.Machine;

namespace SupervisorBot.Supervision.Sessions;

/// <summary>Something in a session's mailbox.</summary>
/// <param name="Input">What happened, or is asked.</param>
/// <param name="Reply">Where somebody waits for the turn's reply.</param>
/// <param name="At">The timestamp at which it was put there.</param>
internal sealed record Letter(SessionInput Input, TaskCompletionSource<object?>? Reply, long At)
{
    private const int Waiting = 0;
    private const int Taken = 1;
    private const int Withdrawn = 2;

    private int _fate;

    /// <summary>Whether it is an inspector's request, whose sender has stopped waiting some seconds later: it must not take effect then.</summary>
    public bool IsRequest => Reply is not null && Input is Asked or Proposed or Pressed or ApprovalPressed or PageSubmitted or CodeTyped;

    /// <summary>The turn begins with it, unless it was withdrawn.</summary>
    public bool TryTake() => Interlocked.CompareExchange(ref _fate, Taken, Waiting) == Waiting;

    /// <summary>Its sender waits no longer; false where its turn has begun.</summary>
    public bool TryWithdraw() => Interlocked.CompareExchange(ref _fate, Withdrawn, Waiting) == Waiting;
}
