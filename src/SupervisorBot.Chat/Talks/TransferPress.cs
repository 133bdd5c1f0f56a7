using SupervisorBot.Chat.Access;
using SupervisorBot.Chat.Acts;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Chat.Talks;

/// <summary>The button that transfers a talk to whom was chosen. A number that was typed is asked of the gateway, and shown and kept nowhere.</summary>
internal sealed class TransferPress(ISupervisionDesk desk, TransferCheck check) : IPressHandler
{
    public IReadOnlyDictionary<string, Need> Verbs { get; } = new Dictionary<string, Need> { [Presses.Verbs.TalkTransferTo] = Need.Listed };

    public bool Reads => false;

    public async Task<PressReply> HandleAsync(Press press, CancellationToken cancellationToken)
    {
        if (press.Data is not { OperationId: { } id, CallId: { } callId })
        {
            return PressReply.OldButton();
        }

        var kind = press.Data.TargetKind ?? TransferKind.Agent;
        if (!TransferTarget.TryRead(kind, press.Data.TargetAddress, out var target))
        {
            return new PressReply.Word(CallTexts.NotATarget(kind), PressReply.NoEffect);
        }

        if (await check.WhyNotAsync(press.Turn, target, cancellationToken) is { } why)
        {
            return new PressReply.Word(why, PressReply.NoEffect);
        }

        var request = new TransferRequested(ActQuestions.RequestIdOf(id), ActQuestions.OriginOf(press, id), target, callId);
        var receipt = await desk.AskAsync(press.Inspector, request, cancellationToken);
        return ActQuestions.Answer(
            id, receipt, refusal => CallTexts.OfMove(refusal, receipt.WorkNo), () => ActCards.Note(CallTexts.AskedTitle, CallTexts.Asked(target)));
    }
}
