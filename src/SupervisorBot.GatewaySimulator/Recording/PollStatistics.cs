namespace SupervisorBot.GatewaySimulator;

/// <summary>How one agent's events were fetched: the polls received and the silences between them, since the record was last cleared.</summary>
/// <param name="AgentId">The agent.</param>
/// <param name="IsSignedIn">Whether a client's sign-in of the agent is alive.</param>
/// <param name="SignIns">How many sign-ins there were.</param>
/// <param name="SignOuts">How many sign-ins ended, for whatever reason.</param>
/// <param name="SilentSignOuts">How many of those ended because nothing was heard of the client in time (cec_07_1202).</param>
/// <param name="Polls">How many polls arrived, refused ones included.</param>
/// <param name="Handshakes">How many handshakes were accepted, in push mode.</param>
/// <param name="OpenNow">How many polls are open at this moment.</param>
/// <param name="MostAtOnce">How many were open at once at most: more than 1 means that two clients fetched the same events.</param>
/// <param name="LongestGap">The longest time that the signed-in agent was without an accepted poll or handshake, the present silence included.</param>
/// <param name="CurrentGap">The present silence; zero while a poll is open.</param>
/// <param name="Latest">The latest polls, oldest first, <see cref="SimulatorOptions.PollHistory"/> at most.</param>
public sealed record PollStatistics(
    int AgentId,
    bool IsSignedIn,
    int SignIns,
    int SignOuts,
    int SilentSignOuts,
    long Polls,
    long Handshakes,
    int OpenNow,
    int MostAtOnce,
    TimeSpan LongestGap,
    TimeSpan CurrentGap,
    IReadOnlyList<PollTimes> Latest);
