using System.Text.Json.Nodes;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Gateway.Monitoring;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Monitoring;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Chat.Calls;

/// <summary>
/// An inspector's own call on one live card, from the listening to the end of the talk: how they take part, and as buttons what they can do next. What leaves a call
/// to others stands among the moves; what ends the customer's call stands apart from them, in other words, and asks first.
/// </summary>
internal static class MyCallCards
{
    private const string Template = "call";
    private static readonly MonitoringMode[] s_modes = [MonitoringMode.Listen, MonitoringMode.Whisper, MonitoringMode.Insert];

    public static CardAction StopButton(Inspector inspector) =>
        new(MonitoringTexts.StopTitle, MonitoringTexts.StopTip, Verbs.MonitorStop, PressData.For(inspector));

    public static CardAction EndButton(Inspector inspector, TalkView talk) =>
        new(CallTexts.End, CallTexts.EndTip, Verbs.TalkEnd, PressData.Talk(inspector, talk.CallId));

    /// <summary>While the inspector monitors.</summary>
    /// <param name="view">The monitoring.</param>
    /// <param name="inspector">Whose it is.</param>
    /// <param name="may">What they may do.</param>
    /// <param name="clock">Their clock.</param>
    /// <param name="asked">What was asked just now; null for nothing.</param>
    public static CardContent Of(MonitoringView view, Inspector inspector, PermissionSet may, ViewerClock clock, string? asked = null)
    {
        var subtitle = $"{CommonTexts.AgentAtStart(view.WorkNo, view.AgentName)}{CommonTexts.Separator}{HistoryTexts.By(CommonTexts.Inspector(inspector))}";
        var card = new CardBuilder(Template, MonitoringTexts.Title(view), subtitle).Line(MonitoringTexts.Line(view));
        if (asked is not null)
        {
            card.Line(asked, LineTone.Strong);
        }
        else if (view.Problem is { } problem)
        {
            card.Line(ProblemTexts.What(problem), LineTone.Warning).Line(ProblemTexts.Next(problem));
        }

        var since = clock.TimeOfDay(view.Since);
        card.Note(view.Phase is MonitoringPhase.Ended or MonitoringPhase.Failed ? CommonTexts.AsOf(since) : CallTexts.Since(since));
        return WithoutEnding(WithButtons(card, view, inspector, may)).Build();
    }

    /// <summary>While the inspector talks with the customer, and after it.</summary>
    /// <param name="talk">The talk.</param>
    /// <param name="inspector">Whose it is.</param>
    /// <param name="clock">Their clock.</param>
    /// <param name="at">Now.</param>
    /// <param name="change">What has changed.</param>
    public static CardContent Of(TalkView talk, Inspector inspector, ViewerClock clock, DateTimeOffset at, TalkChange? change = null)
    {
        var name = CommonTexts.Inspector(inspector);
        var isOver = talk.Phase == TalkPhase.Ended;
        var card = new CardBuilder(Template, change == TalkChange.Transferred ? CallTexts.TitleTransferred(name) : TalkTexts.Title(talk, name))
            .Fact(FactTexts.Customer, CommonTexts.Number(talk.Customer))
            .Fact(FactTexts.State, TalkTexts.Phase(talk.Phase))
            .Fact(CallTexts.FactYou, isOver ? null : CallTexts.Heard(talk))
            .Fact(CallTexts.FactFrom, talk.FromWorkNo is { } from ? CommonTexts.AgentAtStart(from, talk.FromName) : null)
            .Fact(CallTexts.FactTransferred, change == TalkChange.Transferred && talk.TransferTo is { } taken ? CallTexts.Target(taken) : null)
            .Fact(CallTexts.FactHeld, talk.HeldAt is { } held && !isOver ? clock.TimeOfDay(held) : null)
            .Fact(FactTexts.Began, clock.TimeOfDay(talk.BeganAt));
        if (isOver)
        {
            return WithoutEnding(card)
                .Fact(FactTexts.Ended, clock.TimeOfDay(talk.EndedAt ?? at))
                .Fact(FactTexts.Lasted, TalkTexts.Length(talk, at))
                .Build();
        }

        card.Lines(Lines(talk))
            .Fact(FactTexts.Recorded, TalkTexts.Recording(talk))
            .Note($"{TalkTexts.PhoneToo} {CommonTexts.AsOf(clock.TimeOfDay(at))}");
        foreach (var move in Moves(talk, inspector))
        {
            card.Action(move);
        }

        return card
            .With("hasEnding", JsonValue.Create(true))
            .With("ending", Ending(EndButton(inspector, talk)))
            .Build();
    }

    private static IEnumerable<CardLine> Lines(TalkView talk)
    {
        if (talk.TransferTo is { } to)
        {
            yield return new CardLine(CallTexts.Transferring(to), LineTone.Strong);
        }

        if (talk.Phase == TalkPhase.OnHold)
        {
            yield return new CardLine(CallTexts.TakeBackFirst);
        }

        if (talk.Mute == TalkMute.NotCertain)
        {
            yield return new CardLine(CallTexts.MuteNotCertain, LineTone.Warning);
        }

        if (talk.Problem is { } problem)
        {
            yield return new CardLine(ProblemTexts.What(problem), LineTone.Warning);
            yield return new CardLine(ProblemTexts.Next(problem));
        }
    }

    /// <summary>What is legal now: nothing but the end while a transfer is under way, and of a customer on hold nothing but taking them back.</summary>
    public static IEnumerable<CardAction> Moves(TalkView talk, Inspector inspector)
    {
        if (talk.TransferTo is not null)
        {
            yield break;
        }

        CardAction Move(TalkMove move, string verb) => new(CallTexts.Button(move), CallTexts.Tip(move), verb, PressData.Talk(inspector, talk.CallId));
        if (talk.Phase == TalkPhase.OnHold)
        {
            yield return Move(TalkMove.Resume, Verbs.TalkResume);
            yield break;
        }

        yield return Move(TalkMove.Hold, Verbs.TalkHold);
        if (talk.Mute != TalkMute.On)
        {
            yield return Move(TalkMove.Mute, Verbs.TalkMute);
        }

        if (talk.Mute != TalkMute.Off)
        {
            yield return Move(TalkMove.Unmute, Verbs.TalkUnmute);
        }

        yield return new CardAction(CallTexts.Transfer, CallTexts.TransferTip, Verbs.TalkTransfer, PressData.Talk(inspector, talk.CallId));
        if (talk.FromWorkNo is { } from)
        {
            yield return new CardAction(
                CallTexts.HandBack(from), CallTexts.HandBackTip(CommonTexts.Agent(from, talk.FromName)), Verbs.TalkHandBack, PressData.Talk(inspector, talk.CallId));
        }
    }

    private static JsonObject Ending(CardAction button) => new() { ["warning"] = CallTexts.EndWarning, ["actions"] = new JsonArray(button.ToJson()) };

    private static CardBuilder WithoutEnding(CardBuilder card) => card
        .With("hasEnding", JsonValue.Create(false))
        .With("ending", new JsonObject { ["warning"] = "", ["actions"] = new JsonArray() });

    private static CardBuilder WithButtons(CardBuilder card, MonitoringView view, Inspector inspector, PermissionSet may)
    {
        switch (view.Phase)
        {
            case MonitoringPhase.Active:
                // After a change that was not answered, choosing the same mode again makes it certain.
                foreach (var mode in s_modes.Where(mode => (mode != view.Mode || view.ModeUncertain) && may.Has(Permissions.Of(mode))))
                {
                    card.Action(new CardAction(
                        MonitoringTexts.Button(mode), MonitoringTexts.SwitchTip(mode), Verbs.MonitorSwitch, PressData.For(inspector, mode)));
                }

                return card
                    .Action(may.Has(Permission.Intercept)
                        ? new CardAction(
                            MonitoringTexts.InterceptTitle, MonitoringTexts.InterceptTip, Verbs.InterceptOpen, PressData.WorkNumber(inspector, view.WorkNo))
                        : null)
                    .Action(StopButton(inspector));
            case MonitoringPhase.Requested or MonitoringPhase.PhoneRinging:
                return card.Action(StopButton(inspector));
            case MonitoringPhase.Failed when may.Has(Permissions.Of(view.Mode)):
                return card.Action(new CardAction(
                    MonitoringTexts.Button(view.Mode),
                    MonitoringTexts.SwitchTip(view.Mode),
                    Verbs.MonitorStart,
                    PressData.For(inspector, view.Mode, view.WorkNo)));
            default:
                return card;
        }
    }
}
