using SupervisorBot.Chat.Access;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.History;

namespace SupervisorBot.Chat.History;

/// <summary>The buttons that leaf through the history, and ask for another part of it.</summary>
internal sealed class HistoryPress(IHistoryDesk desk, TimeProvider time) : IPressHandler
{
    public IReadOnlyDictionary<string, Need> Verbs { get; } = new Dictionary<string, Need>
    {
        [Presses.Verbs.HistoryPage] = Need.To(Permission.History, ofAgent: true),
    };

    public bool Reads => true;

    public async Task<PressReply> HandleAsync(Press press, CancellationToken cancellationToken)
    {
        var (request, now) = (HistoryRequest.Of(press.Data), time.GetUtcNow());
        var answer = await desk.ReadAsync(press.Inspector, press.Turn.Actor, request.ToQuery(now, press.Clock), cancellationToken);
        return answer.Refusal is { } refusal
            ? new PressReply.Word(AccessTexts.Of(new Denial(refusal, Permission.History, request.WorkNo)), PressReply.Refused)
            : new PressReply.Card(HistoryCards.Of(answer, request, press.Inspector, press.Data.Page, press.Clock, now), PressReply.Effect) { IsForPresser = true };
    }
}
