using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Replies;

namespace SupervisorBot.Chat.Interception;

/// <summary>Opens a dialog: one new message in the thread, which every later step edits.</summary>
internal sealed class InterceptionOpening(InterceptionDialog dialog, LiveMessages live, CardMessages cards)
{
    /// <summary>Sends the dialog's first card.</summary>
    /// <returns>Null where it was sent; otherwise why the dialog cannot begin, of which nothing was said yet.</returns>
    public async Task<DialogStep.Stopped?> OpenAsync(ChatTurn turn, int? workNo, string? callId, CancellationToken cancellationToken)
    {
        var operationId = Guid.NewGuid();
        using var reservation = live.Reserve(LiveKeys.Interception(operationId));
        var step = (workNo, callId) switch
        {
            ({ } agent, { } call) => await dialog.ConfirmAsync(turn, operationId, agent, call, cancellationToken),
            ({ } agent, null) => await dialog.ChooseCallAsync(turn, operationId, agent, cancellationToken),
            _ => await dialog.ChooseAgentAsync(turn, operationId, page: 0, cancellationToken),
        };
        if (step is DialogStep.Shown shown)
        {
            var rank = shown.Interception is { } view ? InterceptionCards.Rank(view) : 0;
            await reservation.SendAsync(
                turn.Conversation, () => turn.Turn.Replies.SendAsync(cards.Message(shown.Content), cancellationToken), rank);
        }

        return step as DialogStep.Stopped;
    }
}
