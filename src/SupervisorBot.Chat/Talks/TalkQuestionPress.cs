using SupervisorBot.Chat.Access;
using SupervisorBot.Chat.Acts;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Chat.Talks;

/// <summary>The buttons of a call's card that ask first: ending the call, and transferring it. The card stays; the question is a message of its own below.</summary>
internal sealed class TalkQuestionPress(ISupervisionDesk desk, ActQuestions questions) : IPressHandler
{
    public IReadOnlyDictionary<string, Need> Verbs { get; } = new Dictionary<string, Need>
    {
        [Presses.Verbs.TalkEnd] = Need.Listed,
        [Presses.Verbs.TalkTransfer] = Need.Listed,
    };

    public bool Reads => false;

    public async Task<PressReply> HandleAsync(Press press, CancellationToken cancellationToken)
    {
        var session = await desk.GetSessionAsync(press.Inspector, cancellationToken);
        if (session.Talk is not { Phase: not TalkPhase.Ended } talk || (press.Data.CallId is { } meant && meant != talk.CallId))
        {
            return new PressReply.Word(CallTexts.OfMove(Refusal.NoCall, null), PressReply.Refused);
        }

        var id = ActQuestions.IdOf(press.Turn);
        var question = press.Verb == Presses.Verbs.TalkEnd
            ? TalkQuestions.End(talk, press.Inspector, id, questions.Until(), press.Clock)
            : TalkQuestions.Transfer(talk, press.Inspector, id);
        await questions.AskAsync(press.Turn, id, question, cancellationToken);
        return new PressReply.Word(CallTexts.OpenedBelow, PressReply.Effect);
    }
}
