using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Chat.Sessions;

/// <summary>Asks for sign-in and sign-out by command: a card says that it was asked, and notices bring it up to date.</summary>
internal sealed class SessionRequests(LineRequests lines, CardMessages cards)
{
    public Task<Receipt> SignInAsync(ChatTurn turn, CancellationToken cancellationToken) => lines.AskAsync(
        turn,
        PlacePurpose.Request,
        origin => new SignInRequested(turn.RequestId, origin),
        () => cards.Message(SessionCards.SigningIn(turn.Inspector)),
        cancellationToken);

    public Task<Receipt> SignOutAsync(ChatTurn turn, CancellationToken cancellationToken) => lines.AskAsync(
        turn,
        PlacePurpose.Request,
        origin => new SignOutRequested(turn.RequestId, origin),
        () => cards.Message(SessionCards.SigningOut(turn.Inspector)),
        cancellationToken);
}
