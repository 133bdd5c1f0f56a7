using SupervisorBot.GatewaySimulator;

namespace SupervisorBot.EndToEnd.Tests.Faults.Rows;

/// <summary>What goes wrong with the reading of events while an interception is under way.</summary>
internal static class PollRows
{
    private static readonly At Poll = At.Poll;

    public static IReadOnlyList<FaultRow> All { get; } =
    [
        Poll.Row("answered late twice", At.Late with { Times = 2 }, Traffic.Whole, FaultEnd.Done),
        Poll.Row("HTTP 503 twice", At.Unavailable with { Times = 2 }, Traffic.Whole, FaultEnd.Done),
        Poll.Row("connection closed twice", At.Closed with { Times = 2 }, Traffic.Whole, FaultEnd.Done),
        Poll.Row("answer is no JSON twice", At.WrongJson with { Times = 2 }, Traffic.Whole, FaultEnd.Done),
        Poll.Row("answers in GBK", At.Gbk with { Times = Fault.Always }, Traffic.Whole, FaultEnd.Done),
        Poll.Row("events end in NULs", At.Of(FaultKind.TrailingNuls) with { Times = Fault.Always }, Traffic.Whole, FaultEnd.Done),
        Poll.Row("result code 000-003 once, as a renewal of the Guid may cross it", At.Code("000-003"), Traffic.Whole, FaultEnd.Done),
        Poll.Row("never answered once", At.Never, Traffic.Whole, FaultEnd.Done) with { Play = static scene => scene.ListenThenInterceptAsync() },
        Poll.Row("result code 000-003 from the press on", At.Code("000-003") with { Times = Fault.Always }, Traffic.ListenOnly, FaultEnd.SessionEnded),
        Poll.Row("result code 100-006 from the press on", At.Code("100-006") with { Times = Fault.Always }, Traffic.ListenOnly, FaultEnd.SessionEnded),
        Poll.Row(
            "result code 100-006 while the intercept is under way",
            static scene =>
            {
                scene.AtGateway(At.Intercept.This(At.Late with { AfterActing = true }));
                scene.AtGateway(At.Intercept.This(At.Of(FaultKind.NoTalkingEvent)));
                return Task.CompletedTask;
            },
            Traffic.Whole,
            FaultEnd.Unknown(Aftermath.InspectorTalks)) with { Play = static scene => scene.InterceptAsync(Poll.This(At.Code("100-006"))) },
    ];
}
