using SupervisorBot.Chat.Access;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Chat.Talks;

/// <summary>The button that hangs up the inspector's own talk. The talk's card changes when the gateway tells that the talk has ended.</summary>
internal sealed class HangUpPress(ISupervisionDesk desk) : IPressHandler
{
    public IReadOnlyDictionary<string, Need> Verbs { get; } = new Dictionary<string, Need>
    {
        [Presses.Verbs.HangUp] = Need.Listed,
    };

    public bool Reads => false;

    public async Task<PressReply> HandleAsync(Press press, CancellationToken cancellationToken)
    {
        var origin = press.Turn.Place(PlacePurpose.Request).ToOrigin();
        var receipt = await desk.AskAsync(press.Inspector, new HangUpRequested(press.Turn.RequestId, origin), cancellationToken);
        return receipt.Refusal is { } refusal
            ? new PressReply.Word(RefusalTexts.Of(refusal, receipt.WorkNo), PressReply.Refused)
            : new PressReply.Word(TalkTexts.HangUpAsked, PressReply.Effect);
    }
}
