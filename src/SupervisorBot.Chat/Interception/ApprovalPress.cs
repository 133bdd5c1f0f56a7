using SupervisorBot.Chat.Access;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Interception;

namespace SupervisorBot.Chat.Interception;

/// <summary>
/// "Approve" and "Decline", in an approver's own chat or, where the interception was asked in a shared one, on its card there. Supervision alone decides
/// whether the press counts.
/// </summary>
internal sealed class ApprovalPress(ISupervisionDesk desk) : IPressHandler
{
    // Whose right counts depends on the interception: supervision decides that.
    public IReadOnlyDictionary<string, Need> Verbs { get; } = new Dictionary<string, Need>
    {
        [Presses.Verbs.ApprovalApprove] = Need.Listed,
        [Presses.Verbs.ApprovalDecline] = Need.Listed,
    };

    public bool Reads => false;

    public async Task<PressReply> HandleAsync(Press press, CancellationToken cancellationToken)
    {
        if (press.Data.OperationId is not { } operationId)
        {
            return PressReply.OldButton();
        }

        var answer = await desk.ApproveAsync(press.Inspector, operationId, press.Verb == Presses.Verbs.ApprovalApprove, cancellationToken);
        return answer switch
        {
            { Result: PressResult.Overloaded } => new PressReply.Word(RefusalTexts.Of(Refusal.Overloaded, null), PressReply.NoEffect),
            { Result: PressResult.NotByAsker } => new PressReply.Word(ApprovalTexts.NotByAsker, PressReply.Refused),
            { Result: PressResult.MayNotApprove, Interception: { } view } => new PressReply.Word(ApprovalTexts.MayNotApprove(view), PressReply.Refused),
            // The notice of what it did, which is stored together with it, edits this message and the asker's.
            { Result: PressResult.TookEffect, Interception: { } view } => Shown(press, view, PressReply.Effect),
            { Interception: { } view } => Shown(press, view, PressReply.NoEffect),
            _ => new PressReply.Card(InterceptionCards.NotKnown(), PressReply.NoEffect),
        };
    }

    private static PressReply.Card Shown(Press press, InterceptionView view, string result) => press.Turn.Conversation.IsPersonal
        ? new PressReply.Card(
            ApprovalCards.Of(view, press.Clock), result, LiveKeys.Approval(view.OperationId, press.Inspector.AgentId), InterceptionCards.Rank(view), IsShared: false)
        : new PressReply.Card(InterceptionCards.Of(view, press.Profile.Permissions, press.Clock), result, LiveKeys.Interception(view.OperationId), InterceptionCards.Rank(view), IsShared: false);
}
