using System.Globalization;
using SupervisorBot.Chat.Agents;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Replies;

namespace SupervisorBot.Chat.Boards;

/// <summary>/board</summary>
internal sealed class BoardCommand(IBoards boards, CommandAnswers common) : ICommand
{
    public CommandInfo Info => CommandTable.Board;

    public async Task<CommandResult> RunAsync(ChatTurn turn, CommandLine line, CancellationToken cancellationToken)
    {
        var answer = await boards.OpenAsync(turn.Conversation.ConversationId, Opening(turn, line.Rest, null)).WaitAsync(cancellationToken);
        return answer switch
        {
            { Refusal: { } refusal } => await common.RefusedAsync(turn, refusal, null, cancellationToken),
            { Problem: { } problem } => await common.FailedAsync(turn, problem, cancellationToken),
            _ => CommandResult.Done,
        };
    }

    /// <summary>A board where the turn was taken, in the language and with the clock of whoever opens it.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="filter">The text that narrows it; empty or null for none.</param>
    /// <param name="messageId">The message that is to show it, where it stands already.</param>
    public static BoardOpening Opening(ChatTurn turn, string? filter, string? messageId) => new(
        turn.Place(PlacePurpose.Request, messageId: messageId).ToOrigin(),
        Asker.Of(turn.Inspector),
        CultureInfo.CurrentCulture.Name,
        string.IsNullOrWhiteSpace(filter) ? null : Markup.CutWhole(filter.Trim(), AgentFilter.Longest));
}
