using System.Security.Cryptography;
using System.Text;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Outbox;
using SupervisorBot.Chat.Replies;

namespace SupervisorBot.Chat.Interception;

/// <summary>Opens a dialog: one new message, for the asker alone, which every later step edits.</summary>
internal sealed class InterceptionOpening(InterceptionDialog dialog, Postbox postbox, CardMessages cards)
{
    /// <summary>Sends the dialog's first card.</summary>
    /// <returns>Null where it was sent; otherwise why the dialog cannot begin, of which nothing was said yet.</returns>
    public async Task<DialogStep.Stopped?> OpenAsync(ChatTurn turn, int? workNo, string? callId, CancellationToken cancellationToken)
    {
        var operationId = OperationIdOf(turn.RequestId);
        var step = (workNo, callId) switch
        {
            ({ } agent, { } call) => await dialog.ConfirmAsync(turn, operationId, agent, call, cancellationToken),
            ({ } agent, null) => await dialog.ChooseCallAsync(turn, operationId, agent, cancellationToken),
            _ => await dialog.ChooseAgentAsync(turn, operationId, page: 0, cancellationToken),
        };
        if (step is DialogStep.Shown shown)
        {
            var rank = shown.Interception is { } view ? InterceptionCards.Rank(view) : 0;
            await postbox.AnswerPrivatelyAsync(turn, LiveKeys.Dialog(turn, operationId), cards.Message(shown.Content), rank, cancellationToken);
        }

        return step as DialogStep.Stopped;
    }

    // The operation is minted with the card: the same request, delivered again to whichever node, leads to the same one.
    private static Guid OperationIdOf(string requestId) => new(SHA256.HashData(Encoding.UTF8.GetBytes(requestId)).AsSpan(0, 16));
}
