using System.Collections.Frozen;
using Microsoft.Extensions.Logging;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Chat.Access;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.Telemetry;
using SupervisorBot.Chat.Welcome;

namespace SupervisorBot.Chat.Commands;

/// <summary>Finds the command in what was typed, asks whether this person may, and runs it.</summary>
internal sealed class CommandDesk(IEnumerable<ICommand> commands, Authorizer authorizer, Answers answers, CommandAnswers common, TypingSign typing, ILogger<CommandDesk> logger)
{
    private readonly FrozenDictionary<string, ICommand> _commands =
        commands.ToFrozenDictionary(command => command.Info.Name, StringComparer.OrdinalIgnoreCase);

    public Task RunAsync(ChatTurn turn, CancellationToken cancellationToken) =>
        RunAsync(turn, CommandLine.Read(ActivityText.WithoutRecipientMention(turn.Turn.Activity)), cancellationToken);

    /// <summary>Runs a line as if it had been typed.</summary>
    public async Task RunAsync(ChatTurn turn, CommandLine line, CancellationToken cancellationToken)
    {
        var word = line.Word.Length == 0 ? CommandTable.Help.Name : line.Word;
        var isKnown = _commands.TryGetValue(word, out var command);
        var name = isKnown ? command!.Info.Name : "unknown";
        using var span = ChatTelemetry.Source.StartActivity($"command {name}");
        var result = isKnown
            ? await typing.WhileAsync(turn, () => RunAsync(command!, turn, line, cancellationToken))
            : await SayUnknownAsync(turn, line, cancellationToken);
        ChatTelemetry.Command(name, result.ToString());
        Log.CommandRan(logger, name, turn.Inspector.AgentId, result.ToString());
    }

    private async Task<CommandResult> RunAsync(ICommand command, ChatTurn turn, CommandLine line, CancellationToken cancellationToken)
    {
        return await authorizer.WhyNotAsync(turn, command.Info.Need, command.ModeOf(line), command.WorkNoOf(line), cancellationToken) is { } denial
            ? await common.DeniedAsync(turn, denial, cancellationToken)
            : await command.RunAsync(turn, line, cancellationToken);
    }

    private async Task<CommandResult> SayUnknownAsync(ChatTurn turn, CommandLine line, CancellationToken cancellationToken)
    {
        if (Greetings.IsOne(line.Word))
        {
            await answers.SayPrivatelyAsync(turn.Turn, WelcomeCards.For(turn), cancellationToken);
            return CommandResult.Done;
        }

        var nearest = NearestCommand.Of(line.Word, turn.Profile.Permissions);
        await answers.SayPrivatelyAsync(turn.Turn, UnknownCards.Of(turn.Inspector, line, nearest), cancellationToken);
        return CommandResult.Unknown;
    }
}
