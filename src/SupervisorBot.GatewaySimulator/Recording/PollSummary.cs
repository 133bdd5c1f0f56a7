namespace SupervisorBot.GatewaySimulator;

/// <summary>How the events of all agents were fetched, since the record was last cleared.</summary>
/// <param name="Agents">How many agents a client signed in or polled for.</param>
/// <param name="SignedIn">How many are signed in by a client.</param>
/// <param name="PolledNow">For how many a poll is open at this moment.</param>
/// <param name="Polls">How many polls arrived.</param>
/// <param name="Handshakes">How many handshakes were accepted.</param>
/// <param name="MostAtOnce">The highest <see cref="PollStatistics.MostAtOnce"/>.</param>
/// <param name="Overlapping">The agents with more than one poll at once.</param>
/// <param name="LongestGap">The highest <see cref="PollStatistics.LongestGap"/>.</param>
/// <param name="LongestGapAgentId">Whose that is; <see langword="null"/> without any.</param>
/// <param name="SignOuts">How many sign-ins ended.</param>
/// <param name="SilentSignOuts">How many of them for want of a sign of life.</param>
public sealed record PollSummary(
    int Agents,
    int SignedIn,
    int PolledNow,
    long Polls,
    long Handshakes,
    int MostAtOnce,
    IReadOnlyList<int> Overlapping,
    TimeSpan LongestGap,
    int? LongestGapAgentId,
    int SignOuts,
    int SilentSignOuts);
