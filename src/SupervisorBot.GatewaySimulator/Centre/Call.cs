namespace SupervisorBot.GatewaySimulator;

/// <summary>A call between a customer and whoever talks with them now.</summary>
internal sealed class Call(string id, Agent talker, string customerNumber, CallDirection direction, DateTimeOffset beganAt)
{
    /// <summary>The access number that inbound customers dial.</summary>
    public const string AccessNumber = "4008880000";

    public string Id { get; set; } = id;

    public Agent Talker { get; set; } = talker;

    public string CustomerNumber { get; } = customerNumber;

    public CallDirection Direction { get; } = direction;

    public DateTimeOffset BeganAt { get; } = beganAt;

    public bool OnHold { get; set; }

    public bool Muted { get; set; }

    public int? TakenFrom { get; set; }

    /// <summary>The recording's task and start; null while nothing is recorded.</summary>
    public (long TaskId, DateTimeOffset Since)? Recording { get; set; }

    /// <summary>The customer's plan to hang up, made by the living contact centre.</summary>
    public IDisposable? Plan { get; set; }

    public int Feature => Direction == CallDirection.Inbound ? 0 : 7;

    public string Caller => Direction == CallDirection.Inbound ? CustomerNumber : AccessNumber;

    public string Called => Direction == CallDirection.Inbound ? AccessNumber : CustomerNumber;
}
