using Microsoft.Extensions.Logging;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Chat.Outbox;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Telemetry;
using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Chat.Replies;

/// <summary>
/// Asks supervision for what a command wants and says to the asker, in a message of its own, that it was asked; notices bring that message up to date.
/// A refused or redelivered request says nothing here.
/// </summary>
internal sealed class LineRequests(ISupervisionDesk desk, Postbox postbox, ILogger<LineRequests> logger)
{
    public async Task<Receipt> AskAsync(
        ChatTurn turn,
        PlacePurpose purpose,
        Func<RequestOrigin, SupervisionRequest> request,
        Func<Activity> asked,
        CancellationToken cancellationToken)
    {
        var key = LiveKeys.Line(turn.RequestId);
        var receipt = await desk.AskAsync(turn.Inspector, request(turn.Place(purpose, key).ToOrigin()), cancellationToken);
        if (receipt is { Accepted: true, Repeated: false })
        {
            await SayAskedAsync(turn, key, asked(), cancellationToken);
        }

        return receipt;
    }

    private async Task SayAskedAsync(ChatTurn turn, string key, Activity asked, CancellationToken cancellationToken)
    {
        try
        {
            await postbox.AnswerPrivatelyAsync(turn, key, asked, rank: 0, cancellationToken);
        }
#pragma warning disable CA1031 // It is asked already: "try it again" would be wrong, and its result is told in any case.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            Log.OutboxFailed(logger, exception.GetType().Name);
        }
    }
}
