using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Replies;

namespace SupervisorBot.Chat.Commands;

/// <summary>/help</summary>
internal sealed class HelpCommand(CardMessages cards) : ICommand
{
    // The same for everybody, so it is made once; it is only ever written out.
    private readonly Lazy<Activity> _help = new(() => cards.Message(HelpCards.Help()));

    public CommandInfo Info => CommandTable.Help;

    // Whatever follows the word, help is what was asked for.
    public async Task<CommandResult> RunAsync(ChatTurn turn, CommandLine line, CancellationToken cancellationToken)
    {
        await turn.Turn.Replies.SendAsync(_help.Value, cancellationToken);
        return CommandResult.Done;
    }
}
