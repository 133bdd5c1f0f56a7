namespace SupervisorBot.GatewaySimulator;

/// <summary>The faults that are still to strike. Safe to use from any thread.</summary>
public sealed class FaultBox
{
    private readonly Lock gate = new();
    private readonly List<(Fault Fault, int Left)> faults = [];

    /// <summary>The faults that are still to strike, each with what is left of its <see cref="Fault.Times"/>.</summary>
    public IReadOnlyList<Fault> Waiting
    {
        get
        {
            lock (gate)
            {
                return [.. faults.Select(waiting => waiting.Fault with { Times = waiting.Left })];
            }
        }
    }

    /// <summary>Adds a fault.</summary>
    /// <param name="fault">What goes wrong, with what, how often.</param>
    public void Add(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfLessThan(fault.Times, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(fault.DelayMilliseconds);
        ArgumentOutOfRangeException.ThrowIfLessThan(fault.Status, 200);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fault.Status, 599);
        lock (gate)
        {
            faults.Add((fault, fault.Times));
        }
    }

    /// <summary>Forgets every fault.</summary>
    public void Clear()
    {
        lock (gate)
        {
            faults.Clear();
        }
    }

    /// <summary>Takes the first fault of a kind that fits a call, using it up by one.</summary>
    internal Fault? Take(FaultKind kind, OperationCall call, bool afterActing = false)
    {
        lock (gate)
        {
            var index = faults.FindIndex(waiting => Fits(waiting.Fault, kind, call, afterActing));
            if (index < 0)
            {
                return null;
            }

            var (fault, left) = faults[index];
            if (left == 1)
            {
                faults.RemoveAt(index);
            }
            else
            {
                faults[index] = (fault, left - 1);
            }

            call.Struck.Add(fault.AfterActing && HasTwoMoments(kind) ? $"{kind} after acting" : kind.ToString());
            return fault;
        }
    }

    private static bool HasTwoMoments(FaultKind kind) =>
        kind is FaultKind.Delay or FaultKind.Drop or FaultKind.Status or FaultKind.WrongJson or FaultKind.RetCode;

    private static bool Fits(Fault fault, FaultKind kind, OperationCall call, bool afterActing) =>
        fault.Kind == kind
        && (fault.AfterActing == afterActing || !HasTwoMoments(kind))
        && (fault.Operation == "*" || string.Equals(fault.Operation, call.Operation.LogName, StringComparison.OrdinalIgnoreCase))
        && (fault.AgentId is not { } agentId || agentId == call.AgentId)
        && (fault.WorkNo is not { } workNo || workNo == call.WorkNo);
}
