using SupervisorBot.Chat.Access;
using SupervisorBot.Chat.Calls;
using SupervisorBot.Chat.Outbox;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Monitoring;

namespace SupervisorBot.Chat.Monitoring;

/// <summary>The buttons that start, change and leave a monitoring. The call's card itself follows the notices.</summary>
internal sealed class MonitoringPress(ISupervisionDesk desk, Postbox postbox) : IPressHandler
{
    public IReadOnlyDictionary<string, Need> Verbs { get; } = new Dictionary<string, Need>
    {
        [Presses.Verbs.MonitorStart] = Need.ToTakePart(ofAgent: true),
        [Presses.Verbs.MonitorSwitch] = Need.ToTakePart(),
        [Presses.Verbs.MonitorStop] = Need.Listed,
    };

    public bool Reads => false;

    public async Task<PressReply> HandleAsync(Press press, CancellationToken cancellationToken)
    {
        var id = press.Turn.RequestId;
        var origin = press.Turn.Place(PlacePurpose.Monitoring).ToOrigin();
        SupervisionRequest? request = (press.Verb, press.Data) switch
        {
            (Presses.Verbs.MonitorStart, { WorkNo: { } workNo, Mode: { } mode }) => new MonitorRequested(id, origin, workNo, mode),
            (Presses.Verbs.MonitorSwitch, { Mode: { } mode }) => new SwitchRequested(id, origin, mode),
            (Presses.Verbs.MonitorStop, _) => new StopRequested(id, origin),
            _ => null,
        };
        if (request is null)
        {
            return PressReply.OldButton();
        }

        var receipt = await desk.AskAsync(press.Inspector, request, cancellationToken);
        return receipt.Refusal is { } refusal
            ? new PressReply.Word(RefusalTexts.Of(refusal, receipt.WorkNo), PressReply.Refused)
            : await AcceptedAsync(press, request, cancellationToken);
    }

    private async Task<PressReply> AcceptedAsync(Press press, SupervisionRequest request, CancellationToken cancellationToken)
    {
        if (request is MonitorRequested started)
        {
            return new PressReply.Word(MonitoringTexts.Asked(started.Mode, started.WorkNo), PressReply.Effect);
        }

        var asked = request is StopRequested ? MonitoringTexts.StopAsked : MonitoringTexts.SwitchAsked;
        var own = await postbox.FindShownAsync(LiveKeys.Call(press.Inspector), cancellationToken);
        if (own is null || own.ActivityId != press.MessageId)
        {
            return new PressReply.Word(asked, PressReply.Effect);
        }

        var session = await desk.GetSessionAsync(press.Inspector, cancellationToken);
        return session.Monitoring is { Phase: not (MonitoringPhase.Ended or MonitoringPhase.Failed) } now
            ? new PressReply.Card(MyCallCards.Of(now, press.Inspector, press.Profile.Permissions, press.Clock, asked), PressReply.Effect, IsShared: false)
            : new PressReply.Word(asked, PressReply.Effect);
    }
}
