using SupervisorBot.Benchmarks.Report;

namespace SupervisorBot.Benchmarks.Sessions;

/// <summary>What so many signed-in inspectors cost.</summary>
/// <param name="BareBytes">What a process grew by that only polls for as many inspectors.</param>
/// <param name="BareCpu">The CPU time of that process at rest, in cores.</param>
/// <param name="Sessions">How many are signed in.</param>
/// <param name="CpuAtRest">The bot's CPU time at rest, in cores.</param>
/// <param name="EmptyBytes">The bot's resident memory before anybody signed in.</param>
/// <param name="RestBytes">The bot's resident memory after the time at rest.</param>
/// <param name="TalksPerSecond">How many talks began in a second.</param>
/// <param name="TalkToPost">From the gateway's taking AgentEvent_Talking into a poll's answer to the post in the thread, in milliseconds.</param>
/// <param name="WaitForPoll">From the event itself to that moment, in milliseconds.</param>
internal sealed record SessionResult(
    int Sessions, long BareBytes, double BareCpu, double CpuAtRest, long EmptyBytes, long RestBytes, double TalksPerSecond, Spread TalkToPost, Spread WaitForPoll)
{
    public double BytesPerSession => (RestBytes - EmptyBytes) / (double)Sessions;

    public double BareBytesPerSession => BareBytes / (double)Sessions;
}
