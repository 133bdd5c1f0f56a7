using SupervisorBot.GatewaySimulator;

namespace SupervisorBot.EndToEnd.Tests.Faults.Rows;

/// <summary>What goes wrong when the agent's calls are read once more, the phone being connected: nothing has been cut yet.</summary>
internal static class CheckRows
{
    private static readonly At Check = At.Check;

    public static IReadOnlyList<FaultRow> All { get; } =
    [
        Check.Row("answered late", At.Late, Traffic.Whole, FaultEnd.Done),
        Check.Row("never answered", At.Never with { Times = Fault.Always }, Traffic.NotSent, FaultEnd.Unreachable),
        Check.Row("HTTP 503 once", At.Unavailable, Traffic.Whole, FaultEnd.Done),
        Check.Row("HTTP 503 every time", At.Unavailable with { Times = Fault.Always }, Traffic.NotSent, FaultEnd.Unreachable),
        Check.Row("connection closed once", At.Closed, Traffic.Whole, FaultEnd.Done),
        Check.Row("connection closed every time", At.Closed with { Times = Fault.Always }, Traffic.NotSent, FaultEnd.Unreachable),
        Check.Row("answer cut half-way once", At.Cut, Traffic.Whole, FaultEnd.Done),
        Check.Row("answer cut half-way every time", At.Cut with { Times = Fault.Always }, Traffic.NotSent, FaultEnd.Unreachable),
        Check.Row("answer is no JSON", At.WrongJson, Traffic.NotSent, FaultEnd.Unreachable),
        Check.Row("answer in GBK", At.Gbk, Traffic.Whole, FaultEnd.Done),
        Check.Row("result code 100-007", At.Code("100-007"), Traffic.Whole, FaultEnd.Done),
        Check.Row("result code 900-002", At.Code("900-002"), Traffic.Whole, FaultEnd.Done),
        Check.Row("the customer hangs up just before", At.Of(FaultKind.CallEndsJustBefore), Traffic.ListenOnly, FaultEnd.CallEnded) with { MayDetach = true },
        Check.Row("the agent hangs up just before", At.Of(FaultKind.AgentHangsUpJustBefore), Traffic.ListenOnly, FaultEnd.CallEnded) with { MayDetach = true },
        Check.Row("the agent transfers the call just before", Transferred, Traffic.ListenOnly, FaultEnd.CallEnded.Then(Aftermath.Elsewhere)) with { MayDetach = true },
        Check.Row("another inspector takes the call just before, outside the bot", TakenOutside, Traffic.ListenOnly, FaultEnd.CallEnded.Then(Aftermath.Elsewhere)) with { MayDetach = true },
    ];

    private static Task Transferred(FaultScene scene) => scene.CallTransferredAt(Check);

    private static Task TakenOutside(FaultScene scene) => scene.CallTakenAt(Check);
}
