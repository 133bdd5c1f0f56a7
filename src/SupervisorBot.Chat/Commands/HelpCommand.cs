using SupervisorBot.Chat.Replies;

namespace SupervisorBot.Chat.Commands;

/// <summary>/help</summary>
internal sealed class HelpCommand(Answers answers) : ICommand
{
    public CommandInfo Info => CommandTable.Help;

    // Whatever follows the word, help is what was asked for.
    public async Task<CommandResult> RunAsync(ChatTurn turn, CommandLine line, CancellationToken cancellationToken)
    {
        await answers.SayAsync(turn.Turn, HelpCards.Help(), cancellationToken);
        return CommandResult.Done;
    }
}
