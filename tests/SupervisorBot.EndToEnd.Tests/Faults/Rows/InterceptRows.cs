using SupervisorBot.GatewaySimulator;

namespace SupervisorBot.EndToEnd.Tests.Faults.Rows;

/// <summary>What goes wrong with the one request that cuts a conversation. It is sent once, whatever happens.</summary>
internal static class InterceptRows
{
    private static readonly At Intercept = At.Intercept;

    public static IReadOnlyList<FaultRow> All { get; } =
    [
        Intercept.Row("answered late", At.Late, Traffic.Whole, FaultEnd.Done),
        Intercept.Row("carried out late, after the bot gave up waiting for the answer", After(6500), Traffic.Whole, FaultEnd.Done),
        Intercept.Row("never answered, not carried out", At.Never, Traffic.Undone, FaultEnd.NotDone),
        Intercept.Row("never answered, carried out", At.Never with { AfterActing = true }, Traffic.Whole, FaultEnd.Done),
        Intercept.Row("HTTP 500, not carried out", At.Unavailable with { Status = 500 }, Traffic.Undone, FaultEnd.NotDone),
        Intercept.Row("HTTP 502, not carried out", At.Unavailable with { Status = 502 }, Traffic.Undone, FaultEnd.NotDone),
        Intercept.Row("HTTP 503, not carried out", At.Unavailable, Traffic.Undone, FaultEnd.NotDone),
        Intercept.Row("HTTP 503, carried out", At.Unavailable with { AfterActing = true }, Traffic.Whole, FaultEnd.Done),
        Intercept.Row("HTTP 404 without an envelope, as from a proxy", At.Unavailable with { Status = 404 }, Traffic.Undone, FaultEnd.Unreachable),
        Intercept.Row("connection closed, not carried out", At.Closed, Traffic.Undone, FaultEnd.NotDone),
        Intercept.Row("connection closed, carried out", At.Closed with { AfterActing = true }, Traffic.Whole, FaultEnd.Done),
        Intercept.Row("answer cut half-way, not carried out", At.Cut, Traffic.Undone, FaultEnd.NotDone),
        Intercept.Row("answer cut half-way, carried out", At.Cut with { AfterActing = true }, Traffic.Whole, FaultEnd.Done),
        Intercept.Row("answer is no JSON, not carried out", At.WrongJson, Traffic.Undone, FaultEnd.NotDone),
        Intercept.Row("answer is no JSON, carried out", At.WrongJson with { AfterActing = true }, Traffic.Whole, FaultEnd.Done),
        Intercept.Row("answer is a web page, not carried out", At.Html, Traffic.Undone, FaultEnd.NotDone),
        Intercept.Row("answer in GBK", At.Gbk, Traffic.Whole, FaultEnd.Done),
        .. At.Codes.Select(code => Intercept.Row($"result code {code}", At.Code(code), Traffic.Undone, FaultEnd.Refused(code))),
        Intercept.Row("result code 100-007, carried out all the same", At.Code("100-007") with { AfterActing = true }, Traffic.Whole, FaultEnd.Done),
        Intercept.Row("the Guid lapses just before", At.Of(FaultKind.GuidExpiresJustBefore), Traffic.Undone, FaultEnd.Refused("000-003")),
        Intercept.Row("the customer hangs up just before", At.Of(FaultKind.CallEndsJustBefore), Traffic.Whole, FaultEnd.CallEnded) with { MayDetach = true },
        Intercept.Row("the agent hangs up just before", At.Of(FaultKind.AgentHangsUpJustBefore), Traffic.Whole, FaultEnd.CallEnded) with { MayDetach = true },
        Intercept.Row("the agent transfers the call just before", Transferred, Traffic.Whole, FaultEnd.CallEnded.Then(Aftermath.Elsewhere)) with { MayDetach = true },
        Intercept.Row("another inspector takes the call just before, outside the bot", TakenOutside, Traffic.Whole, FaultEnd.CallEnded.Then(Aftermath.Elsewhere)) with { MayDetach = true },
        Intercept.Row("the customer hangs up just after", At.Of(FaultKind.CallEndsJustAfter), Traffic.Whole, FaultEnd.Unknown(Aftermath.Over)),
        Intercept.Row("accepted, not carried out", At.Of(FaultKind.InterceptNotCarriedOut), Traffic.Undone, FaultEnd.NotDone),
        Intercept.Row("carried out, its event never comes", At.Of(FaultKind.NoTalkingEvent), Traffic.Whole, FaultEnd.Done),
        Intercept.Row(
            "carried out, its event never comes, own calls unreadable",
            scene => Plot(scene, At.Of(FaultKind.NoTalkingEvent), At.OwnCalls.This(At.Unavailable with { Times = Fault.Always })),
            Traffic.Whole,
            FaultEnd.Unknown(Aftermath.InspectorTalks)),
        Intercept.Row("connection closed, not carried out, calls unreadable", At.Closed, Traffic.Whole, FaultEnd.Unknown(Aftermath.Reserved)) with
        {
            Play = static scene => scene.InterceptAsync(
                At.OwnCalls.This(At.Unavailable with { Times = Fault.Always }), At.Check.This(At.Unavailable with { Times = Fault.Always })),
        },
        Intercept.Row(
            "carried out, and from then on nothing is answered",
            scene => Plot(scene, At.Closed with { AfterActing = true }, At.Of(FaultKind.NoTalkingEvent)),
            Traffic.Whole,
            FaultEnd.Unknown(Aftermath.InspectorTalks)) with
        {
            Play = static scene => scene.InterceptAsync(At.Closed with { Times = Fault.Always }),
        },
    ];

    private static Fault After(int milliseconds) => At.Late with { DelayMilliseconds = milliseconds };

    private static Task Plot(FaultScene scene, params IReadOnlyList<Fault> faults)
    {
        foreach (var fault in faults)
        {
            scene.AtGateway(fault.Operation == "*" ? Intercept.This(fault) : fault);
        }

        return Task.CompletedTask;
    }

    private static Task Transferred(FaultScene scene) => scene.CallTransferredAt(Intercept);

    private static Task TakenOutside(FaultScene scene) => scene.CallTakenAt(Intercept);
}
