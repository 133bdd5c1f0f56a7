using SupervisorBot.Chat.Access;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Access;

namespace SupervisorBot.Chat.Boards;

/// <summary>The buttons of a board: whoever may see agents may leaf, stop it and start it again, which makes it theirs.</summary>
internal sealed class BoardPress(IBoards boards) : IPressHandler
{
    private const int StoppedRank = 1;

    public IReadOnlyDictionary<string, Need> Verbs { get; } = new Dictionary<string, Need>
    {
        [Presses.Verbs.BoardPage] = Need.To(Permission.List),
        [Presses.Verbs.BoardStop] = Need.To(Permission.List),
        [Presses.Verbs.BoardStart] = Need.To(Permission.List),
    };

    // Each may have to wait for a reading that is under way.
    public bool Reads => true;

    public async Task<PressReply> HandleAsync(Press press, CancellationToken cancellationToken)
    {
        var thread = press.Turn.Conversation.ConversationId;
        var answering = (press.Verb, press.Data.OperationId) switch
        {
            (Presses.Verbs.BoardStart, _) => boards.OpenAsync(thread, BoardCommand.Opening(press.Turn, press.Data.Filter, press.MessageId)),
            (Presses.Verbs.BoardPage, { } id) => boards.TurnAsync(thread, id, press.Data.Page),
            (Presses.Verbs.BoardStop, { } id) => boards.StopAsync(thread, id, Asker.Of(press.Inspector)),
            _ => Task.FromResult(BoardAnswer.None),
        };
        var answer = await answering.WaitAsync(cancellationToken);
        return answer switch
        {
            { Refusal: { } refusal } => new PressReply.Word(RefusalTexts.Of(refusal, null), PressReply.Refused),
            { Problem: { } problem } => new PressReply.Word(ProblemTexts.Both(problem), PressReply.Refused),
            _ when answer.ToContent() is { } card =>
                new PressReply.Card(card, PressReply.Effect, LiveKeys.Board(answer.Id), answer.IsLive ? 0 : StoppedRank, IsShared: false),
            _ => new PressReply.Word(BoardTexts.NotMore, PressReply.NoEffect),
        };
    }
}
