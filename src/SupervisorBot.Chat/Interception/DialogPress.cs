using SupervisorBot.Chat.Access;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Chat.Interception;

/// <summary>The buttons of the dialog on the way to the confirmation.</summary>
internal sealed class DialogPress(InterceptionDialog dialog) : IPressHandler
{
    public IReadOnlyDictionary<string, Need> Verbs { get; } = new Dictionary<string, Need>
    {
        [Presses.Verbs.InterceptPage] = Need.To(Permission.Intercept),
        [Presses.Verbs.InterceptAgent] = Need.To(Permission.Intercept, ofAgent: true),
        [Presses.Verbs.InterceptCall] = Need.To(Permission.Intercept, ofAgent: true),
    };

    public bool Reads => true;

    public async Task<PressReply> HandleAsync(Press press, CancellationToken cancellationToken)
    {
        if (press.Data.OperationId is not { } operationId)
        {
            return PressReply.OldButton();
        }

        var step = (press.Verb, press.Data) switch
        {
            (Presses.Verbs.InterceptCall, { WorkNo: { } workNo, CallId: { } callId }) =>
                await dialog.ConfirmAsync(press.Turn, operationId, workNo, callId, cancellationToken),
            (Presses.Verbs.InterceptAgent, { WorkNo: { } workNo }) =>
                await dialog.ChooseCallAsync(press.Turn, operationId, workNo, cancellationToken),
            (Presses.Verbs.InterceptPage, _) =>
                await dialog.ChooseAgentAsync(press.Turn, operationId, press.Data.Page, cancellationToken),
            _ => null,
        };
        var key = LiveKeys.Dialog(press.Turn, operationId);
        return step switch
        {
            DialogStep.Shown { Interception: { } view } shown =>
                new PressReply.Card(shown.Content, PressReply.Effect, key, InterceptionCards.Rank(view)) { IsForPresser = true },
            DialogStep.Shown shown => new PressReply.Card(shown.Content, PressReply.Effect, key) { IsForPresser = true },
            // The other choice's confirmation stays as it is.
            DialogStep.Stopped { Refusal: Refusal.AnotherCallChosen } stopped => new PressReply.Word(stopped.Why, PressReply.Refused),
            DialogStep.Stopped stopped => new PressReply.Card(stopped.Content, PressReply.Refused, key) { IsForPresser = true },
            _ => PressReply.OldButton(),
        };
    }
}
