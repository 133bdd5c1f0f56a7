using SupervisorBot.Chat.Access;
using SupervisorBot.Chat.Acts;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Forcing;
using SupervisorBot.Supervision.Interception;

namespace SupervisorBot.Chat.Forcing;

/// <summary>The confirmations of /force and /drop.</summary>
internal sealed class ForcePress(ISupervisionDesk desk, ActQuestions questions) : IPressHandler
{
    public IReadOnlyDictionary<string, Need> Verbs { get; } = new Dictionary<string, Need>
    {
        [Presses.Verbs.ForceConfirm] = Need.To(Permission.Force, ofAgent: true),
        [Presses.Verbs.DropConfirm] = Need.To(Permission.Force, ofAgent: true),
    };

    public bool Reads => false;

    public async Task<PressReply> HandleAsync(Press press, CancellationToken cancellationToken)
    {
        if (press.Data is not { OperationId: { } id, WorkNo: { } workNo })
        {
            return PressReply.OldButton();
        }

        if (questions.IsOver(press.Data))
        {
            return ActQuestions.Over(id);
        }

        var reason = press.Data.Why ?? InterceptionPolicy.OnOneLine(press.Data.Reason ?? "");
        if (reason.Length is 0 or > InterceptionPolicy.LongestReason)
        {
            return new PressReply.Word(ForceTexts.ReasonMissing(InterceptionPolicy.LongestReason), PressReply.NoEffect);
        }

        var (requestId, origin) = (ActQuestions.RequestIdOf(id), ActQuestions.OriginOf(press, id));
        SupervisionRequest? request = (press.Verb, press.Data) switch
        {
            (Presses.Verbs.ForceConfirm, { Forced: ForcedState.Rest, Minutes: not (>= 1 and <= ForceOrder.MostMinutes) }) => null,
            (Presses.Verbs.ForceConfirm, { Forced: { } state }) =>
                new ForceRequested(requestId, origin, workNo, state, state == ForcedState.Rest ? TimeSpan.FromMinutes(press.Data.Minutes!.Value) : TimeSpan.Zero, reason),
            (Presses.Verbs.DropConfirm, { CallId: { } callId }) => new DropRequested(requestId, origin, workNo, callId, reason),
            _ => null,
        };
        if (request is null)
        {
            return press.Data.Forced == ForcedState.Rest
                ? new PressReply.Word(ForceTexts.MinutesWrong(ForceOrder.MostMinutes), PressReply.NoEffect)
                : PressReply.OldButton();
        }

        var receipt = await desk.AskAsync(press.Inspector, request, cancellationToken);
        return ActQuestions.Answer(
            id, receipt, refusal => RefusalTexts.Of(refusal, receipt.WorkNo), () => ActCards.Note(CallTexts.AskedTitle, ForceTexts.Asked));
    }
}
