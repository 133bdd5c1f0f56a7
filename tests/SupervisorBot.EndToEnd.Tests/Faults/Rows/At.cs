using SupervisorBot.GatewaySimulator;

namespace SupervisorBot.EndToEnd.Tests.Faults.Rows;

/// <summary>Makes rows whose fault is one of the gateway's, at one operation by its name in the gateway's logs.</summary>
internal sealed class At(string operation, string step)
{
    public static At Listen { get; } = new("addSupervise", "The listen that connects the inspector's phone");

    public static At Check { get; } = new("queryAllCallInfoByAgentWorkNoEx", "The look at the agent's calls just before the intercept");

    public static At Intercept { get; } = new("intercept", "The intercept");

    public static At Poll { get; } = new("getAgentEvent", "The reading of events");

    public static At OwnCalls { get; } = new("queryAllCallId", "The reading back of the inspector's own calls");

    public static Fault Late { get; } = new() { Kind = FaultKind.Delay, DelayMilliseconds = 1500 };

    public static Fault Never { get; } = new() { Kind = FaultKind.NeverAnswer };

    public static Fault Unavailable { get; } = new() { Kind = FaultKind.Status, Status = 503 };

    public static Fault Closed { get; } = new() { Kind = FaultKind.Drop };

    public static Fault Cut { get; } = new() { Kind = FaultKind.CutHalfway };

    public static Fault WrongJson { get; } = new() { Kind = FaultKind.WrongJson };

    public static Fault Html { get; } = new() { Kind = FaultKind.Html };

    public static Fault Gbk { get; } = new() { Kind = FaultKind.Gbk };

    /// <summary>The codes that any request may be answered with, those of a switch-over, and those of inspections (CEC API reference cec_07_0580, cec_07_2402).</summary>
    public static IReadOnlyList<string> Codes { get; } =
    [
        "000-000", "000-002", "000-003", "000-004", "000-005", "000-006", "000-007", "100-006", "100-007",
        "105-001", "105-002", "105-003", "105-004", "900-001", "900-002", "900-003", "900-004", "900-005",
    ];

    public static Fault Code(string code) => new() { Kind = FaultKind.RetCode, RetCode = code };

    public static Fault Of(FaultKind kind) => new() { Kind = kind };

    /// <summary>A fault of this operation.</summary>
    public Fault This(Fault fault) => fault with { Operation = operation };

    public FaultRow Row(string name, Fault fault, Traffic gets, FaultEnd end) => Row(name, [fault], gets, end);

    public FaultRow Row(string name, IReadOnlyList<Fault> faults, Traffic gets, FaultEnd end) => Row(name, scene => Plot(scene, faults), gets, end);

    public FaultRow Row(string name, Func<FaultScene, Task> strike, Traffic gets, FaultEnd end) => new(step, name, strike, gets, end);

    private Task Plot(FaultScene scene, IReadOnlyList<Fault> faults)
    {
        foreach (var fault in faults)
        {
            scene.AtGateway(This(fault));
        }

        return Task.CompletedTask;
    }
}
