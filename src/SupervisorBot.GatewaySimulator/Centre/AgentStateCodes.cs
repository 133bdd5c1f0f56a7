namespace SupervisorBot.GatewaySimulator;

/// <summary>The codes that the interface uses for a state (cec_07_0581).</summary>
internal static class AgentStateCodes
{
    public static int Gateway(AgentState state) => state switch
    {
        AgentState.SignedOut => 2,
        AgentState.Busy => 3,
        AgentState.Idle => 4,
        AgentState.WrapUp => 5,
        AgentState.Rest => 8,
        _ => 7,
    };

    public static int Cti(AgentState state) => state switch
    {
        AgentState.SignedOut => 0,
        AgentState.Idle => 1,
        AgentState.Reserved => 2,
        AgentState.Occupied => 3,
        AgentState.Talking => 5,
        AgentState.WrapUp => 6,
        AgentState.Busy => 7,
        _ => 8,
    };

    public static bool IsWorking(AgentState state) => Gateway(state) == 7;
}
