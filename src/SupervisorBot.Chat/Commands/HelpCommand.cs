using System.Collections.Concurrent;
using System.Globalization;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Supervision.Access;

namespace SupervisorBot.Chat.Commands;

/// <summary>/help</summary>
internal sealed class HelpCommand(CardMessages cards, Answers answers) : ICommand
{
    // The same for all who may do the same and read the same language, so it is made once for them; it is only ever written out.
    private readonly ConcurrentDictionary<(PermissionSet May, string Language), Activity> _help = new();

    public CommandInfo Info => CommandTable.Help;

    // Whatever follows the word, help is what was asked for.
    public async Task<CommandResult> RunAsync(ChatTurn turn, CommandLine line, CancellationToken cancellationToken)
    {
        var help = _help.GetOrAdd((turn.Profile.Permissions, CultureInfo.CurrentUICulture.Name), key => cards.Message(HelpCards.Help(key.May)));
        await answers.SayPrivatelyAsync(turn.Turn, help, cancellationToken);
        return CommandResult.Done;
    }
}
