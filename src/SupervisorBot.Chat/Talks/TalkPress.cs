using SupervisorBot.Chat.Access;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Chat.Talks;

/// <summary>The buttons that hold, take back, mute and hand back. The card follows what the gateway tells.</summary>
internal sealed class TalkPress(ISupervisionDesk desk, TransferCheck check) : IPressHandler
{
    private static readonly Dictionary<string, TalkMove> s_moves = new()
    {
        [Presses.Verbs.TalkHold] = TalkMove.Hold,
        [Presses.Verbs.TalkResume] = TalkMove.Resume,
        [Presses.Verbs.TalkMute] = TalkMove.Mute,
        [Presses.Verbs.TalkUnmute] = TalkMove.Unmute,
    };

    public IReadOnlyDictionary<string, Need> Verbs { get; } =
        s_moves.Keys.Append(Presses.Verbs.TalkHandBack).ToDictionary(verb => verb, _ => Need.Listed);

    public bool Reads => false;

    public async Task<PressReply> HandleAsync(Press press, CancellationToken cancellationToken)
    {
        var origin = press.Turn.Place(PlacePurpose.Request).ToOrigin();
        SupervisionRequest request = s_moves.TryGetValue(press.Verb, out var move)
            ? new TalkMoveRequested(press.Turn.RequestId, origin, move, press.Data.CallId)
            : new TransferRequested(press.Turn.RequestId, origin, null, press.Data.CallId);
        if (request is TransferRequested && await check.WhyNotAsync(press.Turn, null, cancellationToken) is { } why)
        {
            return new PressReply.Word(why, PressReply.Refused);
        }

        var receipt = await desk.AskAsync(press.Inspector, request, cancellationToken);
        return receipt.Refusal is { } refusal
            ? new PressReply.Word(CallTexts.OfMove(refusal, receipt.WorkNo), PressReply.Refused)
            : new PressReply.Word(request is TalkMoveRequested ? CallTexts.Asked(move) : CallTexts.HandBackAsked, PressReply.Effect);
    }
}
