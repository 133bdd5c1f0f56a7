namespace SupervisorBot.GatewaySimulator;

/// <summary>An agent or inspector. Touched only under the floor's lock.</summary>
internal sealed class Agent(int workNo, string name, AgentGroup group, int vcc, bool isInspector, string password, string phone)
{
    public int WorkNo { get; } = workNo;

    public string Name { get; } = name;

    public AgentGroup Group { get; } = group;

    public int Vcc { get; } = vcc;

    public bool IsInspector { get; } = isInspector;

    public string Password { get; } = password;

    public string Phone { get; set; } = phone;

    public AgentState State { get; private set; } = AgentState.SignedOut;

    public DateTimeOffset StateSince { get; private set; }

    public DateTimeOffset LoginTime { get; set; }

    /// <summary>The client's sign-in; null for an agent whom the simulator itself keeps at the desk.</summary>
    public Session? Session { get; set; }

    /// <summary>The agent's calls: at most one that is not on hold, and that one first.</summary>
    public List<Call> Calls { get; } = [];

    /// <summary>The call that ended last.</summary>
    public Call? LastCall { get; set; }

    /// <summary>What this inspector monitors.</summary>
    public Monitoring? Monitoring { get; set; }

    /// <summary>Who monitors this agent.</summary>
    public List<Monitoring> Monitors { get; } = [];

    /// <summary>What the agent is put into when the call ends; null where nobody forced anything.</summary>
    public ForcedState? Forced { get; set; }

    public bool AutoEnterIdle { get; set; } = true;

    public bool AutoAnswer { get; set; } = true;

    /// <summary>Whether somebody picks this phone up when it rings.</summary>
    public bool PicksUp { get; set; } = true;

    public PasswordState PasswordState { get; set; } = new();

    public int FailedSignIns { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }

    public Call? ActiveCall => Calls.Find(call => !call.OnHold);

    public bool IsSignedIn => State != AgentState.SignedOut;

    public void Enter(AgentState state, DateTimeOffset now)
    {
        State = state;
        StateSince = now;
    }
}
