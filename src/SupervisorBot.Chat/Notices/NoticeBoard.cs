using System.Text.Json;
using Microsoft.Extensions.Logging;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Interception;
using SupervisorBot.Chat.Monitoring;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.Sessions;
using SupervisorBot.Chat.Talks;
using SupervisorBot.Chat.Telemetry;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Monitoring;
using SupervisorBot.Supervision.Notices;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Chat.Notices;

/// <summary>
/// Tells in the threads what happens: edits the live messages and posts the changes that people must not miss. Every state that is told of a
/// monitoring, an interception or a talk comes from here, that is from the gateway's events, never from the buttons.
/// </summary>
internal sealed class NoticeBoard(LiveMessages live, Posts posts, CardMessages cards, ILogger<NoticeBoard> logger) : ISupervisionListener
{
    /// <inheritdoc/>
    public async Task OnNoticeAsync(SupervisionNotice notice, CancellationToken cancellationToken)
    {
        if (ReadPlace(notice) is not { } place)
        {
            return;
        }

        switch (notice)
        {
            case InterceptionNotice interception:
                Tell(interception, place);
                break;
            case TalkNotice talk:
                Tell(talk, place);
                break;
            case MonitoringNotice monitoring:
                await TellAsync(monitoring, place, cancellationToken);
                break;
            case SignedInNotice signedIn:
                ShowLine(place, cards.Message(SessionCards.SignedIn(signedIn, place.Clock)));
                break;
            case SignInFailedNotice failed:
                ShowLine(place, cards.Message(SessionCards.SignInFailed(failed)));
                break;
            case SignedOutNotice signedOut:
                Tell(signedOut, place);
                break;
            case RequestFailedNotice failed:
                Tell(failed, place);
                break;
        }
    }

    private void Tell(InterceptionNotice notice, Place place)
    {
        var view = notice.Interception;
        if (view.Step == InterceptionStep.Proposed)
        {
            // The dialog shows the confirmation itself, and knows more of it (whether the inspector is on the call already).
            return;
        }

        live.Show(
            LiveKeys.Interception(view.OperationId),
            place.Conversation,
            () => cards.Message(InterceptionCards.Of(view, place.Clock)),
            InterceptionCards.Rank(view));
        if (view.Step == InterceptionStep.Decided && InterceptionTexts.Post(view, place.Clock) is { } post)
        {
            posts.Post(place.Conversation, post);
        }
    }

    private void Tell(TalkNotice notice, Place place)
    {
        var key = LiveKeys.Talk(notice.Inspector, notice.Talk);
        Activity Card() => cards.Message(TalkCards.Of(notice.Talk, notice.Inspector, place.Clock, notice.At));
        if (notice.Talk.Phase == TalkPhase.Ended)
        {
            live.Finish(key, place.Conversation, Card);
        }
        else
        {
            live.Show(key, place.Conversation, Card);
        }

        if (TalkTexts.Post(notice.Talk, notice.Change, CommonTexts.Inspector(notice.Inspector), notice.At) is { } post)
        {
            posts.Post(place.Conversation, post);
        }
    }

    private async Task TellAsync(MonitoringNotice notice, Place place, CancellationToken cancellationToken)
    {
        var view = notice.Monitoring;
        var key = LiveKeys.Monitoring(notice.Inspector);
        if (place.Purpose == PlacePurpose.Interception && await live.FindAsync(key, cancellationToken) is null)
        {
            // The listening that an interception begins with is told by the interception's own card.
            return;
        }

        Activity Card() => cards.Message(MonitoringCards.Of(view, notice.Inspector, place.Clock));
        if (view.Phase is MonitoringPhase.Ended or MonitoringPhase.Failed)
        {
            live.Finish(key, place.Conversation, Card);
        }
        else
        {
            live.Show(key, place.Conversation, Card);
        }

        if (place.Line is not null)
        {
            live.Show(place.Line, place.Conversation, () => Activity.Message(Line(view)));
        }
        else if (view is { Phase: MonitoringPhase.Ended, End: MonitoringEnd.PhoneReleased or MonitoringEnd.SignedOut })
        {
            posts.Post(place.Conversation, MonitoringTexts.EndedPost(CommonTexts.Inspector(notice.Inspector), view));
        }
    }

    // The answer to a typed /stop or /switch, brought up to date where it was given.
    private static string Line(MonitoringView view) => view switch
    {
        { Phase: MonitoringPhase.Ended } => MonitoringTexts.End(view.End),
        { Problem: { } problem } => $"{ProblemTexts.What(problem)} {MonitoringTexts.StopFailed(view)} {ProblemTexts.Next(problem)}",
        _ => $"{MonitoringTexts.InWords(view)}, {CommonTexts.Agent(view.WorkNo, view.AgentName)}.",
    };

    private void Tell(SignedOutNotice notice, Place place)
    {
        var card = cards.Message(SessionCards.SignedOut(notice, place.Clock));
        if (notice.Cause is null)
        {
            ShowLine(place, card);
        }
        else
        {
            // Nobody asked for this, so it must be seen: a post, not an edit further up.
            posts.Post(place.Conversation, card);
        }
    }

    private void Tell(RequestFailedNotice notice, Place place)
    {
        if (notice.Request is SignOutRequested)
        {
            ShowLine(place, cards.Message(SessionCards.SignOutFailed(notice)));
            return;
        }

        var words = ProblemTexts.Both(notice.Problem);
        ShowLine(place, Activity.Message(notice.Request is HangUpRequested ? $"{TalkTexts.HangUpFailed} {words}" : words));
    }

    private void ShowLine(Place place, Activity activity)
    {
        if (place.Line is { } key)
        {
            live.Show(key, place.Conversation, () => activity);
        }
        else
        {
            posts.Post(place.Conversation, activity);
        }
    }

    private Place? ReadPlace(SupervisionNotice notice)
    {
        try
        {
            return Place.Read(notice.Origin);
        }
        catch (JsonException)
        {
            Log.OriginUnreadable(logger, notice.Inspector.AgentId);
            return null;
        }
    }
}
