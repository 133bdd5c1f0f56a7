using System.Text.Json;
using Microsoft.Extensions.Logging;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Chat.Acts;
using SupervisorBot.Chat.Calls;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Forcing;
using SupervisorBot.Chat.Interception;
using SupervisorBot.Chat.Languages;
using SupervisorBot.Chat.Outbox;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.Sessions;
using SupervisorBot.Chat.Telemetry;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Forcing;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Monitoring;
using SupervisorBot.Supervision.Notices;
using SupervisorBot.Supervision.Outbox;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Chat.Notices;

/// <summary>
/// Puts what happens into messages: states of live messages, and posts for the changes that people must not miss. Every state that is told of a monitoring,
/// an interception or a talk comes from here, that is from the gateway's events, never from the buttons.
/// </summary>
internal sealed class NoticeComposer(CardMessages cards, IInspectorDirectory directory, ILogger<NoticeComposer> logger) : INoticeComposer
{
    // What was asked ranks below what came of it, so that a late "asked" is dropped.
    private const int ResultRank = 1;

    /// <inheritdoc/>
    public IReadOnlyList<OutboxEntry> Compose(SupervisionNotice notice)
    {
        if (ReadPlace(notice) is not { } place)
        {
            return [];
        }

        // The thread is spoken to in the language of whoever asked there.
        using var spoken = Language.Of(place.Conversation.Locale).Speak();
        return Compose(notice, place);
    }

    private IReadOnlyList<OutboxEntry> Compose(SupervisionNotice notice, Place place) => notice switch
    {
        InterceptionNotice interception => [.. Tell(interception, place)],
        TalkNotice talk => [.. Tell(talk, place)],
        MonitoringNotice monitoring => [.. Tell(monitoring, place)],
        SignedInNotice signedIn => [LineOrPrivate(place, cards.Message(SessionCards.SignedIn(signedIn, MayOf(signedIn), place.Clock)), signedIn.IsAgain || signedIn.IsByPage)],
        SignInFailedNotice failed => [LineOrPrivate(place, cards.Message(SessionCards.SignInFailed(failed)), failed.IsAgain || failed.IsByPage)],
        CodeAwaitedNotice awaited => [LineOrPrivate(place, cards.Message(SessionCards.CodeAwaited(awaited)), isUnasked: true)],
        SignedOutNotice signedOut => [Tell(signedOut, place)],
        RequestFailedNotice failed => [.. Tell(failed, place)],
        RequestDoneNotice done => [.. Tell(done, place)],
        _ => [],
    };

    private IEnumerable<OutboxEntry> Tell(InterceptionNotice notice, Place place)
    {
        var view = notice.Interception;
        if (view.Step == InterceptionStep.Proposed)
        {
            // The dialog shows the confirmation itself, and knows more of it (whether the inspector is on the call already).
            yield break;
        }

        var isShared = !place.Conversation.IsPersonal;
        foreach (var told in isShared ? TellAsker(notice, place) : [])
        {
            yield return told;
        }

        if (isShared && view is { Step: InterceptionStep.Decided, PressedAt: null })
        {
            // Nobody but the asker knows of it.
            yield break;
        }

        yield return OutgoingEntries.Show(
            LiveKeys.Interception(view.OperationId),
            place.Conversation,
            cards.Message(InterceptionCards.Of(view, MayOf(notice), place.Clock, since: notice.At)),
            InterceptionCards.Rank(view),
            place.MessageId) with
        {
            // Cancelled at once, it was seen by the asker alone; while it waited for an approval, by everybody.
            OnlyIfShown = isShared && view.Outcome == InterceptionOutcome.Cancelled,
        };
        foreach (var asked in TellApprovers(view))
        {
            yield return asked;
        }

        if (view.Step == InterceptionStep.Decided && InterceptionTexts.Post(view, place.Clock) is { } post)
        {
            yield return OutgoingEntries.Post(place.Conversation, Activity.Message(post));
        }
    }

    // What is drawn may be a moment old: each press is asked about anew.
    private PermissionSet MayOf(SupervisionNotice notice) => directory.LastKnown(notice.Inspector)?.Permissions ?? PermissionSet.None;

    /// <summary>Where others see how it goes on, the asker's own confirmation is brought up to date when it waits, when it begins and when it is decided.</summary>
    private IEnumerable<OutboxEntry> TellAsker(InterceptionNotice notice, Place place)
    {
        var view = notice.Interception;
        if (view.Step is InterceptionStep.AwaitingApproval or InterceptionStep.Claiming or InterceptionStep.Decided)
        {
            yield return OutgoingEntries.ShowPrivately(
                LiveKeys.Dialog(view.OperationId),
                place.Conversation,
                cards.Message(InterceptionCards.OfAsker(view, MayOf(notice), place.Clock)),
                InterceptionCards.Rank(view)) with
            {
                OnlyIfShown = true,
            };
        }
    }

    /// <summary>Those who are asked see the question, then who answered it, and what came of it; of the steps between they are told nothing.</summary>
    private IEnumerable<OutboxEntry> TellApprovers(InterceptionView view)
    {
        if (view is { PressedAt: null } or { Step: not (InterceptionStep.AwaitingApproval or InterceptionStep.Claiming or InterceptionStep.Decided) })
        {
            yield break;
        }

        foreach (var approver in view.Approvers)
        {
            if (ReadPlace(approver.Origin, approver.AgentId) is { } chat)
            {
                yield return OutgoingEntries.Show(
                    LiveKeys.Approval(view.OperationId, approver.AgentId),
                    chat.Conversation,
                    Ask(view, chat),
                    InterceptionCards.Rank(view)) with
                {
                    OnlyIfShown = view.Step != InterceptionStep.AwaitingApproval,
                };
            }
        }
    }

    private Activity Ask(InterceptionView view, Place chat)
    {
        using var spoken = Language.Of(chat.Conversation.Locale).Speak();
        return cards.Message(ApprovalCards.Of(view, chat.Clock));
    }

    private IEnumerable<OutboxEntry> Tell(TalkNotice notice, Place place)
    {
        var card = cards.Message(MyCallCards.Of(notice.Talk, notice.Inspector, place.Clock, notice.At, notice.Change));
        yield return OutgoingEntries.Show(LiveKeys.Call(notice.Inspector), place.Conversation, card) with
        {
            IsLast = notice.Talk.Phase == TalkPhase.Ended,
        };
        var name = CommonTexts.Inspector(notice.Inspector);
        if ((CallTexts.Post(notice.Talk, notice.Change, name, notice.At) ?? TalkTexts.Post(notice.Talk, notice.Change, name, notice.At)) is { } post)
        {
            yield return OutgoingEntries.Post(place.Conversation, Activity.Message(post));
        }
    }

    private IEnumerable<OutboxEntry> Tell(MonitoringNotice notice, Place place)
    {
        var view = notice.Monitoring;
        // What was taken over goes on as the inspector's own talk, on the same card.
        if (view.End != MonitoringEnd.Intercepted)
        {
            var card = cards.Message(MyCallCards.Of(view, notice.Inspector, MayOf(notice), place.Clock));
            yield return OutgoingEntries.Show(LiveKeys.Call(notice.Inspector), place.Conversation, card) with
            {
                IsLast = view.Phase is MonitoringPhase.Ended or MonitoringPhase.Failed,
                // The listening that an interception begins with is told by the interception's own card.
                OnlyIfShown = place.Purpose == PlacePurpose.Interception,
            };
        }

        if (place.Line is not null)
        {
            yield return Line(place, Activity.Message(Words(view)));
        }
        else if (view is { Phase: MonitoringPhase.Ended, End: MonitoringEnd.PhoneReleased or MonitoringEnd.SignedOut } && place.Purpose != PlacePurpose.Interception)
        {
            yield return OutgoingEntries.Post(
                place.Conversation, Activity.Message(MonitoringTexts.EndedPost(CommonTexts.Inspector(notice.Inspector), view)));
        }
    }

    // The answer to a typed /stop or /switch, brought up to date where it was given.
    private static string Words(MonitoringView view) => view switch
    {
        { Phase: MonitoringPhase.Ended } => MonitoringTexts.End(view.End),
        { Problem: { } problem } => $"{ProblemTexts.What(problem)} {MonitoringTexts.StopFailed(view)} {ProblemTexts.Next(problem)}",
        _ => MonitoringTexts.Changed(view),
    };

    private OutboxEntry Tell(SignedOutNotice notice, Place place)
    {
        var card = cards.Message(SessionCards.SignedOut(notice, place.Clock));
        return LineOrPrivate(place, card, isUnasked: notice.Cause is not null);
    }

    /// <summary>Where nobody asked for it, it must be seen, and by that inspector alone: a private post, not an edit further up.</summary>
    private static OutboxEntry LineOrPrivate(Place place, Activity card, bool isUnasked) =>
        isUnasked ? OutgoingEntries.PostPrivately(place.Conversation, card) : Line(place, card);

    private IEnumerable<OutboxEntry> Tell(RequestFailedNotice notice, Place place)
    {
        var said = notice.Request switch
        {
            SignOutRequested => cards.Message(SessionCards.SignOutFailed(notice)),
            ForceRequested force => cards.Message(ForceCards.Failed(notice, force)),
            DropRequested drop => cards.Message(DropCards.Failed(notice, drop)),
            // A button of the call's card has no line of its own: the card says it. That a transfer failed comes late, when nobody looks at the card any more.
            TalkMoveRequested when place.Line is null => null,
            TalkMoveRequested or TransferRequested or HangUpRequested =>
                Said(place, CallTexts.NotDoneTitle, CallTexts.Failed(notice.Request, notice.Problem)),
            _ => Activity.Message(ProblemTexts.Both(notice.Problem)),
        };
        if (said is not null)
        {
            yield return Line(place, said);
        }
    }

    private IEnumerable<OutboxEntry> Tell(RequestDoneNotice notice, Place place)
    {
        var said = notice.Request switch
        {
            ForceRequested force => cards.Message(ForceCards.Done(force, notice.AgentState, notice.Inspector)),
            DropRequested drop => cards.Message(DropCards.Done(drop, notice.Inspector)),
            _ when place.Line is null => null,
            TalkMoveRequested move => Said(place, CallTexts.Done(move.Move), CallTexts.Done(move.Move)),
            TransferRequested { To: { } to } => Said(place, CallTexts.TransferDoneTitle, CallTexts.Done(to)),
            HangUpRequested => Said(place, CallTexts.EndDoneTitle, CallTexts.EndDone),
            _ => null,
        };
        if (said is null)
        {
            yield break;
        }

        yield return Line(place, said);
        // The question was for whoever asked alone; that something was done to an agent or a customer is for everybody there.
        if (place.IsLinePrivate && notice.Request is ForceRequested or DropRequested)
        {
            yield return OutgoingEntries.Post(place.Conversation, said);
        }
    }

    /// <summary>A question that was confirmed on a card is answered on it; what was typed, in words.</summary>
    private Activity Said(Place place, string title, string words) =>
        place.MessageId is null ? Activity.Message(words) : cards.Message(ActCards.Note(title, words));

    private static OutboxEntry Line(Place place, Activity activity) => place switch
    {
        { Line: { } key, IsLinePrivate: true } => OutgoingEntries.ShowPrivately(key, place.Conversation, activity, ResultRank, place.MessageId),
        { Line: { } key } => OutgoingEntries.Show(key, place.Conversation, activity, ResultRank, place.MessageId),
        _ => OutgoingEntries.PostPrivately(place.Conversation, activity, here: true),
    };

    private Place? ReadPlace(SupervisionNotice notice) => ReadPlace(notice.Origin, notice.Inspector.AgentId);

    private Place? ReadPlace(RequestOrigin origin, int agentId)
    {
        try
        {
            return Place.Read(origin);
        }
        catch (JsonException)
        {
            Log.OriginUnreadable(logger, agentId);
            return null;
        }
    }
}
