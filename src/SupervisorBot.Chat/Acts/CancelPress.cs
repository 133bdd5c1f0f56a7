using SupervisorBot.Chat.Access;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.Texts;

namespace SupervisorBot.Chat.Acts;

/// <summary>The button that withdraws a question before it is confirmed.</summary>
internal sealed class CancelPress : IPressHandler
{
    public IReadOnlyDictionary<string, Need> Verbs { get; } = new Dictionary<string, Need> { [Presses.Verbs.ActCancel] = Need.Listed };

    public bool Reads => false;

    public Task<PressReply> HandleAsync(Press press, CancellationToken cancellationToken) => Task.FromResult<PressReply>(press.Data.OperationId is { } id
        ? new PressReply.Card(ActCards.Withdrawn(), PressReply.Effect, LiveKeys.Act(id), ActQuestions.AnsweredRank)
        : PressReply.OldButton());
}
