using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Chat.Places;
using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Chat.Replies;

/// <summary>
/// Asks supervision for what a command wants and says in a message of its own that it was asked; notices bring that message up to date.
/// A refused or redelivered request says nothing here.
/// </summary>
internal sealed class LineRequests(ISupervisionDesk desk, LiveMessages live)
{
    public async Task<Receipt> AskAsync(
        ChatTurn turn,
        PlacePurpose purpose,
        Func<RequestOrigin, SupervisionRequest> request,
        Func<Activity> asked,
        CancellationToken cancellationToken)
    {
        var key = LiveKeys.Line(turn.RequestId);
        using var reservation = live.Reserve(key);
        var receipt = await desk.AskAsync(turn.Inspector, request(turn.Place(purpose, key).ToOrigin()), cancellationToken);
        if (receipt is { Accepted: true, Repeated: false })
        {
            await reservation.SendAsync(turn.Conversation, () => turn.Turn.Replies.SendAsync(asked(), cancellationToken));
        }

        return receipt;
    }
}
