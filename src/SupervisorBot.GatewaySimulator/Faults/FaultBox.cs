namespace SupervisorBot.GatewaySimulator;

/// <summary>The faults that are still to strike. Safe to use from any thread.</summary>
public sealed class FaultBox
{
    private readonly Lock gate = new();
    private readonly List<Planned> faults = [];

    /// <summary>The faults that are still to strike, each with what is left of its <see cref="Fault.Skip"/> and <see cref="Fault.Times"/>.</summary>
    public IReadOnlyList<Fault> Waiting
    {
        get
        {
            lock (gate)
            {
                return [.. faults.Select(waiting => waiting.Fault with { Skip = waiting.Skip, Times = waiting.Left })];
            }
        }
    }

    /// <summary>Adds a fault.</summary>
    /// <param name="fault">What goes wrong, with what, how often.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public void Add(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentOutOfRangeException.ThrowIfLessThan(fault.Times, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(fault.Skip);
        ArgumentOutOfRangeException.ThrowIfNegative(fault.DelayMilliseconds);
        ArgumentOutOfRangeException.ThrowIfLessThan(fault.Status, 200);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fault.Status, 599);
        lock (gate)
        {
            faults.Add(new Planned(fault));
        }
    }

    /// <summary>Forgets every fault.</summary>
    public void Clear() => Clear(kind: null);

    /// <summary>Forgets some faults.</summary>
    /// <param name="kind">Only of this kind, if given.</param>
    /// <param name="operation">Only those meant for this operation, if given.</param>
    public void Clear(FaultKind? kind, string? operation = null)
    {
        lock (gate)
        {
            faults.RemoveAll(waiting => (kind is not { } wanted || waiting.Fault.Kind == wanted)
                && (operation is null || string.Equals(waiting.Fault.Operation, operation, StringComparison.OrdinalIgnoreCase)));
        }
    }

    /// <summary>Takes the first fault of a kind that fits a call, using it up by one; those that still let calls go unharmed let this one go.</summary>
    internal Fault? Take(FaultKind kind, OperationCall call, bool afterActing = false)
    {
        lock (gate)
        {
            foreach (var waiting in faults)
            {
                if (!Fits(waiting.Fault, kind, call, afterActing))
                {
                    continue;
                }

                if (waiting.Skip > 0)
                {
                    waiting.Skip--;
                    continue;
                }

                Use(waiting);
                call.Struck.Add(waiting.Fault.AfterActing && HasTwoMoments(kind) ? $"{kind} after acting" : kind.ToString());
                return waiting.Fault;
            }

            return null;
        }
    }

    private void Use(Planned waiting)
    {
        if (waiting.Left == 1)
        {
            faults.Remove(waiting);
        }
        else if (waiting.Left != Fault.Always)
        {
            waiting.Left--;
        }
    }

    private static bool HasTwoMoments(FaultKind kind) => kind is FaultKind.Delay or FaultKind.NeverAnswer or FaultKind.Drop
        or FaultKind.CutHalfway or FaultKind.Status or FaultKind.Html or FaultKind.WrongJson or FaultKind.RetCode;

    private static bool Fits(Fault fault, FaultKind kind, OperationCall call, bool afterActing) =>
        fault.Kind == kind
        && (fault.AfterActing == afterActing || !HasTwoMoments(kind))
        && (fault.Operation == "*" || string.Equals(fault.Operation, call.Operation.LogName, StringComparison.OrdinalIgnoreCase))
        && (fault.AgentId is not { } agentId || agentId == call.AgentId)
        && (fault.WorkNo is not { } workNo || workNo == call.WorkNo)
        && (fault.Node is not { } node || node == call.Node.Number);

    private sealed class Planned(Fault fault)
    {
        public Fault Fault { get; } = fault;

        public int Skip { get; set; } = fault.Skip;

        public int Left { get; set; } = fault.Times;
    }
}
