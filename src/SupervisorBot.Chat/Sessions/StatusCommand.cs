using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Chat.Sessions;

/// <summary>/status</summary>
internal sealed class StatusCommand(ISupervisionDesk desk, Answers answers, CommandAnswers common, TimeProvider time) : ICommand
{
    public CommandInfo Info => CommandTable.Status;

    public async Task<CommandResult> RunAsync(ChatTurn turn, CommandLine line, CancellationToken cancellationToken)
    {
        if (line.Arguments.Count > 0)
        {
            return await common.MalformedAsync(turn, CommandTexts.TooMuch(Info), cancellationToken);
        }

        var session = await desk.GetSessionAsync(turn.Inspector, cancellationToken);
        await answers.SayPrivatelyAsync(turn.Turn, SessionCards.Status(session, turn.Clock, time.GetUtcNow()), cancellationToken);
        return CommandResult.Done;
    }
}
