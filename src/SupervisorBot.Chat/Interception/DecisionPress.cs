using Microsoft.Extensions.Logging;
using SupervisorBot.Chat.Access;
using SupervisorBot.Chat.Admission;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Outbox;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.Telemetry;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Interception;

namespace SupervisorBot.Chat.Interception;

/// <summary>
/// "Intercept now" and "Cancel". Supervision alone decides which press counts; here its answer is only shown. Whatever press does not count
/// changes nothing and shows what is stored.
/// </summary>
internal sealed class DecisionPress(ISupervisionDesk desk, Postbox postbox, ILogger<DecisionPress> logger) : IPressHandler
{
    public IReadOnlyDictionary<string, Need> Verbs { get; } = new Dictionary<string, Need>
    {
        [Presses.Verbs.InterceptConfirm] = Need.To(Permission.Intercept),
        [Presses.Verbs.InterceptCancel] = Need.Listed,
    };

    public bool Reads => false;

    public async Task<PressReply> HandleAsync(Press press, CancellationToken cancellationToken)
    {
        if (press.Data.OperationId is not { } operationId)
        {
            return PressReply.OldButton();
        }

        // Among others it is confirmed in a message of the asker's own; what everybody sees can be cancelled there too, while it waits for an approval.
        var key = press.Turn.IsBeforeOthers ? LiveKeys.Interception(operationId) : LiveKeys.Dialog(press.Turn, operationId);
        // Where the message is known already nothing is stored; nothing that follows from the press is sent before its answer.
        var adopting = postbox.AdoptAsync(key, press.Turn.Conversation, press.MessageId, cancellationToken);
        var answer = press.Verb == Presses.Verbs.InterceptConfirm
            ? await desk.ConfirmAsync(press.Inspector, operationId, press.Data.Reason, cancellationToken)
            : await desk.CancelAsync(press.Inspector, operationId, cancellationToken);
        await SettleAsync(adopting);
        return answer switch
        {
            { Result: PressResult.Refused, Refusal: { } refusal } =>
                new PressReply.Word(RefusalTexts.Of(refusal, answer.Interception?.WorkNo), PressReply.Refused),
            { Result: PressResult.Overloaded } => new PressReply.Word(RefusalTexts.Of(Refusal.Overloaded, null), PressReply.NoEffect),
            { Result: PressResult.ReasonMissing } => new PressReply.Word(ApprovalTexts.ReasonMissing, PressReply.NoEffect),
            { Result: PressResult.NotYours } =>
                new PressReply.Word(CommonTexts.OnlyThePersonWhoAsked(answer.Interception?.Inspector.DisplayName), PressReply.Refused)
                {
                    RefusedFor = RefusalReasons.NotYours,
                },
            { Result: PressResult.TookEffect, Interception: { } view } =>
                // The notice of what it did, which is stored together with it, edits the message.
                new PressReply.Card(CardOf(press, view), PressReply.Effect, key, InterceptionCards.Rank(view), IsShared: false),
            { Interception: { } view } => new PressReply.Card(CardOf(press, view), PressReply.NoEffect, key, InterceptionCards.Rank(view), IsShared: IsSubmit(press)),
            _ => new PressReply.Card(InterceptionCards.NotKnown(), PressReply.NoEffect, key) { RefusedFor = RefusalReasons.NotKnown },
        };
    }

    // What was asked in the personal chat alone goes on in the confirmation's own message.
    private static CardContent CardOf(Press press, InterceptionView view) => press.Turn.IsBeforeOthers || press.Turn.ToldIn.IsPersonal
        ? InterceptionCards.Of(view, press.Profile.Permissions, press.Clock)
        : InterceptionCards.OfAsker(view, press.Profile.Permissions, press.Clock);

    /// <summary>The press has counted by now: whether its message was noted changes nothing of that.</summary>
    private async Task SettleAsync(Task adopting)
    {
        try
        {
            await adopting;
        }
#pragma warning disable CA1031 // Whatever kept the message from being noted: a state that is told later is posted instead of edited.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.AdoptingFailed(logger, exception.GetType().Name);
        }
    }

    // An Action.Submit is answered by an edit or not at all.
    private static bool IsSubmit(Press press) => !press.Turn.Turn.Activity.IsInvoke;
}
