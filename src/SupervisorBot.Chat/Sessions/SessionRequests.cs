using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Chat.Sessions;

/// <summary>Asks for sign-in and sign-out by command: a card says that it was asked, and notices bring it up to date.</summary>
internal sealed class SessionRequests(ISupervisionDesk desk, LiveMessages live, CardMessages cards)
{
    public Task<Receipt> SignInAsync(ChatTurn turn, CancellationToken cancellationToken) =>
        AskAsync(turn, SessionCards.SigningIn(turn.Inspector), origin => new SignInRequested(turn.RequestId, origin), cancellationToken);

    public Task<Receipt> SignOutAsync(ChatTurn turn, CancellationToken cancellationToken) =>
        AskAsync(turn, SessionCards.SigningOut(turn.Inspector), origin => new SignOutRequested(turn.RequestId, origin), cancellationToken);

    private async Task<Receipt> AskAsync(
        ChatTurn turn, CardContent asked, Func<RequestOrigin, SupervisionRequest> request, CancellationToken cancellationToken)
    {
        var key = LiveKeys.Line(turn.RequestId);
        using var reservation = live.Reserve(key);
        var receipt = await desk.AskAsync(turn.Inspector, request(turn.Place(PlacePurpose.Request, key).ToOrigin()), cancellationToken);
        if (receipt is { Accepted: true, Repeated: false })
        {
            await reservation.SendAsync(turn.Conversation, () => turn.Turn.Replies.SendAsync(cards.Message(asked), cancellationToken));
        }

        return receipt;
    }
}
