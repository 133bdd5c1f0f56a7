using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Chat.Texts;

/// <summary>Words of the inspector's own talk with a customer.</summary>
internal static class TalkTexts
{
    public const string HangUp = "Hang up (ends the customer's call)";
    public const string HangUpTip = "End your talk: the customer is disconnected";
    public const string HangUpAsked = "Asked the gateway to hang up. The customer's call ends.";
    public const string HangUpFailed = "× Hanging up failed. The talk goes on as far as I know.";
    public const string PhoneToo = "You can also simply hang up your phone.";

    public static string Title(TalkView talk, string inspector) => talk.Phase switch
    {
        TalkPhase.Talking => $"● {inspector} talks with the customer",
        TalkPhase.OnHold => $"‖ {inspector} has the customer on hold",
        _ => $"The talk of {inspector} has ended",
    };

    public static string Phase(TalkPhase phase) => phase switch
    {
        TalkPhase.Talking => "● Talking",
        TalkPhase.OnHold => "‖ On hold",
        _ => "○ Ended",
    };

    public static string Recording(TalkView talk) => talk.Recording ? "Yes" : "No";

    public static string Length(TalkView talk, DateTimeOffset now) => CommonTexts.Span(WholeSecond(talk.EndedAt ?? now) - WholeSecond(talk.BeganAt));

    // Both ends are shown in whole seconds, and the length must be what one reckons from them.
    private static DateTimeOffset WholeSecond(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));

    /// <summary>The post for a change, or null where the talk's own card says it all.</summary>
    public static string? Post(TalkView talk, TalkChange change, string inspector, DateTimeOffset at)
    {
        var customer = CommonTexts.Customer(talk.Customer);
        return change switch
        {
            TalkChange.RecordingBegan => $"The talk of {inspector} with the {customer} is being recorded.",
            TalkChange.RecordingFailed => $"The talk of {inspector} with the {customer} is not being recorded: the recording failed.",
            TalkChange.Held => $"{inspector} put the {customer} on hold.",
            TalkChange.Resumed => $"{inspector} talks with the {customer} again.",
            TalkChange.EndedByCustomer => $"The {customer} hung up. The talk with {inspector} lasted {Length(talk, at)}.",
            TalkChange.EndedByInspector => $"{inspector} hung up. The talk with the {customer} lasted {Length(talk, at)}.",
            TalkChange.LostSight =>
                $"The session of {inspector} ended while the talk with the {customer} went on, so I cannot tell any more what becomes of it. The phone tells.",
            _ => null,
        };
    }
}
