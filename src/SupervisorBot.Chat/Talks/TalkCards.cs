using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Chat.Talks;

/// <summary>The card of an inspector's own talk with a customer.</summary>
internal static class TalkCards
{
    public static CardAction HangUpButton(Inspector inspector) =>
        new(TalkTexts.HangUp, TalkTexts.HangUpTip, Verbs.HangUp, PressData.For(inspector));

    public static CardContent Of(TalkView talk, Inspector inspector, ViewerClock clock, DateTimeOffset at)
    {
        var card = new CardBuilder("talk", TalkTexts.Title(talk, CommonTexts.Inspector(inspector)))
            .Fact("Customer", CommonTexts.Number(talk.Customer))
            .Fact("State", TalkTexts.Phase(talk.Phase))
            .Fact("Began", clock.TimeOfDay(talk.BeganAt));
        if (talk.Phase == TalkPhase.Ended)
        {
            return card
                .Fact("Ended", clock.TimeOfDay(talk.EndedAt ?? at))
                .Fact("Lasted", TalkTexts.Length(talk, at))
                .Build();
        }

        return card
            .Fact("Recorded", TalkTexts.Recording(talk))
            .Note($"{TalkTexts.PhoneToo} {CommonTexts.AsOf(clock.TimeOfDay(at))}")
            .Action(HangUpButton(inspector))
            .Build();
    }
}
