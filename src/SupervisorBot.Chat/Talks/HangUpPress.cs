using SupervisorBot.Chat.Access;
using SupervisorBot.Chat.Acts;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Chat.Talks;

/// <summary>The confirmation that the customer's call shall end. The call's card changes when the gateway tells that the talk has ended.</summary>
internal sealed class HangUpPress(ISupervisionDesk desk, ActQuestions questions) : IPressHandler
{
    public IReadOnlyDictionary<string, Need> Verbs { get; } = new Dictionary<string, Need>
    {
        [Presses.Verbs.HangUp] = Need.Listed,
    };

    public bool Reads => false;

    public async Task<PressReply> HandleAsync(Press press, CancellationToken cancellationToken)
    {
        if (press.Data is not { OperationId: { } id, CallId: { } callId })
        {
            return PressReply.OldButton();
        }

        if (questions.IsOver(press.Data))
        {
            return ActQuestions.Over(id);
        }

        var request = new HangUpRequested(ActQuestions.RequestIdOf(id), ActQuestions.OriginOf(press, id), callId);
        var receipt = await desk.AskAsync(press.Inspector, request, cancellationToken);
        return ActQuestions.Answer(
            id, receipt, refusal => CallTexts.OfMove(refusal, receipt.WorkNo), () => ActCards.Note(CallTexts.AskedTitle, CallTexts.EndAsked));
    }
}
