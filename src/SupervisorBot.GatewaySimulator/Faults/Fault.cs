namespace SupervisorBot.GatewaySimulator;

/// <summary>Something that goes wrong with the next few calls of an operation.</summary>
public sealed record Fault
{
    /// <summary>As <see cref="Times"/>: until the faults are cleared.</summary>
    public const int Always = int.MaxValue;

    /// <summary>What goes wrong.</summary>
    public required FaultKind Kind { get; init; }

    /// <summary>The operation's name in the gateway's logs, such as <c>intercept</c>, <c>addSupervise</c> or <c>getAgentEvent</c>; <c>*</c> (the default) is any.</summary>
    public string Operation { get; init; } = "*";

    /// <summary>Only for this agent id, if given.</summary>
    public int? AgentId { get; init; }

    /// <summary>Only for this work number, if given.</summary>
    public int? WorkNo { get; init; }

    /// <summary>Only at this node of the gateway, 0 or 1, if given.</summary>
    public int? Node { get; init; }

    /// <summary>How many calls that fit go unharmed first: 2 lets it strike the third. Default 0.</summary>
    public int Skip { get; init; }

    /// <summary>For how many calls; <see cref="Always"/> for all. Default 1.</summary>
    public int Times { get; init; } = 1;

    /// <summary>
    /// Whether it strikes after the gateway has acted on the request (true), or instead of that (false, the default).
    /// For <see cref="FaultKind.Delay"/>, <see cref="FaultKind.NeverAnswer"/>, <see cref="FaultKind.Drop"/>, <see cref="FaultKind.CutHalfway"/>,
    /// <see cref="FaultKind.Status"/>, <see cref="FaultKind.Html"/>, <see cref="FaultKind.WrongJson"/> and <see cref="FaultKind.RetCode"/>.
    /// </summary>
    public bool AfterActing { get; init; }

    /// <summary>The delay, in milliseconds. Default 1000. The gateway acts after a delay before acting even if its client has given up by then.</summary>
    public int DelayMilliseconds { get; init; } = 1000;

    /// <summary>The HTTP status. Default 503.</summary>
    public int Status { get; init; } = 503;

    /// <summary>The result code. Default 100-007.</summary>
    public string RetCode { get; init; } = "100-007";

    /// <summary>Who takes the call first (<see cref="FaultKind.OtherInspectorJustBefore"/>) or gets it (<see cref="FaultKind.CallTransferredJustBefore"/>); anybody free by default.</summary>
    public int? OtherWorkNo { get; init; }
}
