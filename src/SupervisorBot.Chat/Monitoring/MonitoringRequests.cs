using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Chat.Calls;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Gateway.Monitoring;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Monitoring;

namespace SupervisorBot.Chat.Monitoring;

/// <summary>
/// Asks for monitoring by command. Each inspector has one card of their call that follows the events; a command typed further down in the
/// thread brings a new one there.
/// </summary>
internal sealed class MonitoringRequests(
    ISupervisionDesk desk, LineRequests lines, CardMessages cards, TimeProvider time)
{
    public async Task<Receipt> StartAsync(ChatTurn turn, int workNo, MonitoringMode mode, CancellationToken cancellationToken)
    {
        var origin = turn.Place(PlacePurpose.Monitoring).ToOrigin();
        var receipt = await desk.AskAsync(turn.Inspector, new MonitorRequested(turn.RequestId, origin, workNo, mode), cancellationToken);
        if (receipt is { Accepted: true, Repeated: false } && turn.WantsRepliesInBody)
        {
            // Everywhere else the monitoring's first notice, which is stored together with it, shows the card.
            var asked = new MonitoringView(workNo, "", mode, MonitoringPhase.Requested, time.GetUtcNow());
            await turn.Turn.Replies.SendAsync(cards.Message(MyCallCards.Of(asked, turn.Inspector, turn.Profile.Permissions, turn.Clock)), cancellationToken);
        }

        return receipt;
    }

    public Task<Receipt> SwitchAsync(ChatTurn turn, MonitoringMode mode, CancellationToken cancellationToken) =>
        AskAsync(turn, MonitoringTexts.SwitchAsked, origin => new SwitchRequested(turn.RequestId, origin, mode), cancellationToken);

    public Task<Receipt> StopAsync(ChatTurn turn, CancellationToken cancellationToken) =>
        AskAsync(turn, MonitoringTexts.StopAsked, origin => new StopRequested(turn.RequestId, origin), cancellationToken);

    private Task<Receipt> AskAsync(
        ChatTurn turn, string asked, Func<RequestOrigin, SupervisionRequest> request, CancellationToken cancellationToken) =>
        lines.AskAsync(turn, PlacePurpose.Monitoring, request, () => Activity.Message(asked), cancellationToken);
}
