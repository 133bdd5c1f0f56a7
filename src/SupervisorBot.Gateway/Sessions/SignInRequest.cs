namespace SupervisorBot.Gateway.Sessions;

/// <summary>
/// What an agent signs in with (CEC API reference cec_07_1202). Members with a documented default are always sent, because the
/// defaults of sign-in and forced sign-in differ.
/// </summary>
/// <param name="Password">The CTI password of the work number, up to 32 characters; may be empty.</param>
/// <param name="PhoneNumber">The softphone's number, 1 to 24 characters.</param>
public sealed record SignInRequest(string Password, string PhoneNumber)
{
    /// <summary>Whether a call is answered without a press; true by default.</summary>
    public bool AutoAnswer { get; init; } = true;

    /// <summary>Whether the agent is idle at once after a call; true by default.</summary>
    public bool AutoEnterIdle { get; init; } = true;

    /// <summary>Whether the phone hangs up at the end of a call; true by default.</summary>
    public bool ReleasePhone { get; init; } = true;

    /// <summary>The state to begin with: idle (the default), busy or wrap-up.</summary>
    public Agents.AgentState Status { get; init; } = Agents.AgentState.Idle;

    /// <summary>The client's IPv4 address, up to 15 characters, or null to leave it to the gateway (127.0.0.1).</summary>
    public string? ClientAddress { get; init; }

    /// <summary>Whether to be told of agents' sign-ins and sign-outs; false by default.</summary>
    public bool ObserveSignIns { get; init; }

    /// <summary>Where the gateway is to push the events, or null (the default) to be polled for them.</summary>
    public Push.PushTarget? PushTarget { get; init; }

    /// <summary>Names the type alone: neither password nor number belong in a log.</summary>
    /// <returns>The type's name.</returns>
    public override string ToString() => nameof(SignInRequest);
}
