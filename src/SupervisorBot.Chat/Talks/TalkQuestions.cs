using SupervisorBot.Chat.Acts;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Chat.Talks;

/// <summary>What is asked before a talk is ended, or handed on.</summary>
internal static class TalkQuestions
{
    /// <summary>Ending the customer's call.</summary>
    public static CardContent End(TalkView talk, Inspector inspector, Guid id, DateTimeOffset until, ViewerClock clock) => ActCards
        .Question(CallTexts.EndQuestion, CommonTexts.Inspector(inspector))
        .Line(CallTexts.EndEffect, LineTone.Strong)
        .Line(CallTexts.EndInstead)
        .Fact(FactTexts.Customer, CommonTexts.Number(talk.Customer))
        .Note(CallTexts.Expires(clock.TimeOfDay(until), inspector))
        .Action(new CardAction(CallTexts.EndConfirm, CallTexts.EndConfirmTip, Verbs.HangUp, PressData.EndOf(inspector, id, until, talk.CallId)))
        .Action(new CardAction(CallTexts.Keep, CallTexts.KeepTip, Verbs.ActCancel, PressData.Dialog(inspector, id)))
        .Summary($"{CallTexts.EndQuestion} {CallTexts.EndEffect}")
        .Build();

    /// <summary>To whom it is handed on.</summary>
    public static CardContent Transfer(TalkView talk, Inspector inspector, Guid id) => ActCards
        .Question(CallTexts.TransferQuestion, CommonTexts.Inspector(inspector))
        .WithTarget()
        .Line(CallTexts.TransferEffect)
        .Fact(FactTexts.Customer, CommonTexts.Number(talk.Customer))
        .Action(new CardAction(CallTexts.TransferNow, CallTexts.TransferNowTip, Verbs.TalkTransferTo, PressData.TransferOf(inspector, id, talk.CallId)))
        .Action(new CardAction(CallTexts.Cancel, CallTexts.CancelTip, Verbs.ActCancel, PressData.Dialog(inspector, id)))
        .Build();
}
