using SupervisorBot.GatewaySimulator;

namespace SupervisorBot.EndToEnd.Tests.Faults.Rows;

/// <summary>What goes wrong when the inspector's phone is to be connected with the call.</summary>
internal static class ListenRows
{
    private static readonly At Listen = At.Listen;

    public static IReadOnlyList<FaultRow> All { get; } =
    [
        Listen.Row("answered late", At.Late, Traffic.Whole, FaultEnd.Done),
        Listen.Row("never answered, not carried out", At.Never, Traffic.NotSent, FaultEnd.NotSent),
        Listen.Row("never answered, carried out", At.Never with { AfterActing = true }, Traffic.Whole, FaultEnd.Done),
        Listen.Row("HTTP 503, not carried out", At.Unavailable, Traffic.NotSent, FaultEnd.NotSent),
        Listen.Row("HTTP 503, carried out", At.Unavailable with { AfterActing = true }, Traffic.Whole, FaultEnd.Done),
        Listen.Row("connection closed, not carried out", At.Closed, Traffic.NotSent, FaultEnd.NotSent),
        Listen.Row("connection closed, carried out", At.Closed with { AfterActing = true }, Traffic.Whole, FaultEnd.Done),
        Listen.Row("answer cut half-way", At.Cut with { AfterActing = true }, Traffic.Whole, FaultEnd.Done),
        Listen.Row("answer is no JSON", At.WrongJson with { AfterActing = true }, Traffic.Whole, FaultEnd.Done),
        Listen.Row("answer is a web page, not carried out", At.Html, Traffic.NotSent, FaultEnd.NotSent),
        Listen.Row("answer in GBK", At.Gbk, Traffic.Whole, FaultEnd.Done),
        .. At.Codes.Select(code => Listen.Row($"result code {code}", At.Code(code), Traffic.ListenOnly, FaultEnd.Refused(code))),
        Listen.Row("the Guid lapses just before", At.Of(FaultKind.GuidExpiresJustBefore), Traffic.ListenOnly, FaultEnd.Refused("000-003")),
        Listen.Row("the customer hangs up just before", At.Of(FaultKind.CallEndsJustBefore), Traffic.ListenOnly, FaultEnd.Refused("900-003").Then(Aftermath.Over)),
        Listen.Row("the agent hangs up just before", At.Of(FaultKind.AgentHangsUpJustBefore), Traffic.ListenOnly, FaultEnd.Refused("900-003").Then(Aftermath.Over)),
        Listen.Row("the agent transfers the call just before", Transferred, Traffic.ListenOnly, FaultEnd.Refused("900-003").Then(Aftermath.Elsewhere)),
        Listen.Row("another inspector takes the call just before, outside the bot", TakenOutside, Traffic.ListenOnly, FaultEnd.Refused("900-003").Then(Aftermath.Elsewhere)),
        Listen.Row("another inspector takes the call first, in the bot", static scene => scene.OtherPressesAsync(), Traffic.Nothing, FaultEnd.TakenByAnother),
        Listen.Row("the phone is not picked up", At.Of(FaultKind.PhoneNotPickedUp), Traffic.NotSent, FaultEnd.PhoneNotPickedUp),
    ];

    private static Task Transferred(FaultScene scene) => scene.CallTransferredAt(Listen);

    private static Task TakenOutside(FaultScene scene) => scene.CallTakenAt(Listen);
}
