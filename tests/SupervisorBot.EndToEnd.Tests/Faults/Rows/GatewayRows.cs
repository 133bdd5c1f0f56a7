using SupervisorBot.GatewaySimulator;

namespace SupervisorBot.EndToEnd.Tests.Faults.Rows;

/// <summary>What goes wrong at the gateway, step by step.</summary>
internal static class GatewayRows
{
    private const string Listen = "addSupervise";
    private const string Check = "queryAllCallInfoByAgentWorkNoEx";
    private const string Intercept = "intercept";
    private const string Poll = "getAgentEvent";
    private const string OwnCalls = "queryAllCallId";
    private const int Always = 1_000_000;

    private static readonly Traffic Whole = new(1, 1, 0);
    private static readonly Traffic Undone = new(1, 1, 1);
    private static readonly Traffic NotSent = new(1, 0, 1);
    private static readonly Traffic Refused = new(1, 0, 0);

    private static readonly Fault Late = new() { Kind = FaultKind.Delay, DelayMilliseconds = 1500 };
    private static readonly Fault Never = new() { Kind = FaultKind.Delay, DelayMilliseconds = 600_000 };
    private static readonly Fault Unavailable = new() { Kind = FaultKind.Status, Status = 503 };
    private static readonly Fault Closed = new() { Kind = FaultKind.Drop };
    private static readonly Fault WrongJson = new() { Kind = FaultKind.WrongJson };
    private static readonly Fault Gbk = new() { Kind = FaultKind.Gbk };

    /// <summary>The codes that any request may be answered with, and those of inspections (CEC API reference cec_07_0580, cec_07_2402).</summary>
    private static readonly string[] Codes =
    [
        "000-000", "000-002", "000-003", "000-004", "000-005", "000-006", "000-007", "100-006", "100-007",
        "105-001", "105-002", "105-003", "105-004", "900-001", "900-002", "900-004", "900-005",
    ];

    public static IReadOnlyList<FaultRow> OnTheListen { get; } =
    [
        At(Listen, "answered late", Late, Whole, FaultEnd.Done),
        At(Listen, "never answered, not carried out", Never, NotSent, FaultEnd.NotSent),
        At(Listen, "never answered, carried out", Never with { AfterActing = true }, Whole, FaultEnd.Done),
        At(Listen, "HTTP 503, not carried out", Unavailable, NotSent, FaultEnd.NotSent),
        At(Listen, "HTTP 503, carried out", Unavailable with { AfterActing = true }, Whole, FaultEnd.Done),
        At(Listen, "connection closed, not carried out", Closed, NotSent, FaultEnd.NotSent),
        At(Listen, "connection closed, carried out", Closed with { AfterActing = true }, Whole, FaultEnd.Done),
        At(Listen, "no JSON, carried out", WrongJson with { AfterActing = true }, Whole, FaultEnd.Done),
        At(Listen, "answer in GBK", Gbk, Whole, FaultEnd.Done),
        At(Listen, "phone not picked up", new Fault { Kind = FaultKind.PhoneNotPickedUp }, NotSent, FaultEnd.PhoneNotPickedUp),
        .. Codes.Append("900-003").Select(code => At(Listen, $"result code {code}", Code(code), Refused, FaultEnd.Refused(code))),
    ];

    public static IReadOnlyList<FaultRow> OnTheCheck { get; } =
    [
        At(Check, "answered late", Late, Whole, FaultEnd.Done),
        At(Check, "never answered", Never with { Times = Always }, NotSent, FaultEnd.Unreachable),
        At(Check, "HTTP 503 once", Unavailable, Whole, FaultEnd.Done),
        At(Check, "HTTP 503 every time", Unavailable with { Times = Always }, NotSent, FaultEnd.Unreachable),
        At(Check, "connection closed once", Closed, Whole, FaultEnd.Done),
        At(Check, "connection closed every time", Closed with { Times = Always }, NotSent, FaultEnd.Unreachable),
        At(Check, "no JSON", WrongJson, NotSent, FaultEnd.Unreachable),
        At(Check, "answer in GBK", Gbk, Whole, FaultEnd.Done),
    ];

    public static IReadOnlyList<FaultRow> OnTheIntercept { get; } =
    [
        At(Intercept, "answered late", Late, Whole, FaultEnd.Done),
        At(Intercept, "never answered, not carried out", Never, Undone, FaultEnd.NotDone),
        At(Intercept, "never answered, carried out", Never with { AfterActing = true }, Whole, FaultEnd.Done),
        At(Intercept, "HTTP 503, not carried out", Unavailable, Undone, FaultEnd.NotDone),
        At(Intercept, "HTTP 503, carried out", Unavailable with { AfterActing = true }, Whole, FaultEnd.Done),
        At(Intercept, "HTTP 500, not carried out", Unavailable with { Status = 500 }, Undone, FaultEnd.NotDone),
        At(Intercept, "HTTP 404 from a proxy", Unavailable with { Status = 404 }, Undone, FaultEnd.Unreachable),
        At(Intercept, "connection closed, not carried out", Closed, Undone, FaultEnd.NotDone),
        At(Intercept, "connection closed, carried out", Closed with { AfterActing = true }, Whole, FaultEnd.Done),
        At(Intercept, "no JSON, not carried out", WrongJson, Undone, FaultEnd.NotDone),
        At(Intercept, "no JSON, carried out", WrongJson with { AfterActing = true }, Whole, FaultEnd.Done),
        At(Intercept, "answer in GBK", Gbk, Whole, FaultEnd.Done),
        .. Codes.Append("900-003").Select(code => At(Intercept, $"result code {code}", Code(code), Undone, FaultEnd.Refused(code))),
        At(Intercept, "accepted, not carried out", new Fault { Kind = FaultKind.InterceptNotCarriedOut }, Undone, FaultEnd.NotDone),
        At(Intercept, "carried out, no talk event", new Fault { Kind = FaultKind.NoTalkingEvent }, Whole, FaultEnd.Done),
        At(
            Intercept,
            "carried out, no talk event, own calls unreadable",
            [new Fault { Kind = FaultKind.NoTalkingEvent }, Unreadable(OwnCalls)],
            Whole,
            FaultEnd.Unknown(Aftermath.InspectorTalks)),
        At(Intercept, "connection closed, not carried out, calls unreadable", Closed, Whole, FaultEnd.Unknown(Aftermath.Reserved)) with
        {
            Play = static scene => scene.InterceptAsync(thenAtGateway: [Unreadable(OwnCalls), Unreadable(Check)]),
        },
        At(Intercept, "the customer hangs up first", new Fault { Kind = FaultKind.CallEndsJustBefore }, Whole, FaultEnd.CallEnded),
    ];

    public static IReadOnlyList<FaultRow> OnThePoll { get; } =
    [
        At(Poll, "answered late", Late with { Times = 2 }, Whole, FaultEnd.Done),
        At(Poll, "HTTP 503 three times", Unavailable with { Times = 3 }, Whole, FaultEnd.Done),
        At(Poll, "connection closed three times", Closed with { Times = 3 }, Whole, FaultEnd.Done),
        At(Poll, "no JSON three times", WrongJson with { Times = 3 }, Whole, FaultEnd.Done),
        At(Poll, "answers in GBK", Gbk with { Times = Always }, Whole, FaultEnd.Done),
        At(Poll, "events end in NULs", new Fault { Kind = FaultKind.TrailingNuls, Times = Always }, Whole, FaultEnd.Done),
        At(Poll, "result code 000-003 once", Code("000-003"), Whole, FaultEnd.Done),
    ];

    private static Fault Unreadable(string operation) => Unavailable with { Operation = operation, Times = Always };

    private static Fault Code(string code) => new() { Kind = FaultKind.RetCode, RetCode = code };

    private static FaultRow At(string operation, string name, Fault fault, Traffic gets, FaultEnd end) => At(operation, name, [fault], gets, end);

    private static FaultRow At(string operation, string name, IReadOnlyList<Fault> faults, Traffic gets, FaultEnd end) =>
        new(StepOf(operation), name, scene => Plot(scene, operation, faults), gets, end);

    private static Task Plot(FaultScene scene, string operation, IReadOnlyList<Fault> faults)
    {
        foreach (var fault in faults)
        {
            scene.AtGateway(fault.Operation == "*" ? fault with { Operation = operation } : fault);
        }

        return Task.CompletedTask;
    }

    private static string StepOf(string operation) => operation switch
    {
        Listen => "The listen",
        Check => "The check of the call",
        Intercept => "The intercept",
        Poll => "The reading of events",
        _ => operation,
    };
}
