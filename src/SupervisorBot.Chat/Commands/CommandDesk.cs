using System.Collections.Frozen;
using Microsoft.Extensions.Logging;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Chat.Access;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.Telemetry;
using SupervisorBot.Chat.Texts;

namespace SupervisorBot.Chat.Commands;

/// <summary>Finds the command in what was typed, asks whether this person may, and runs it.</summary>
internal sealed class CommandDesk(IEnumerable<ICommand> commands, Authorizer authorizer, Answers answers, CommandAnswers common, ILogger<CommandDesk> logger)
{
    private readonly FrozenDictionary<string, ICommand> _commands =
        commands.ToFrozenDictionary(command => command.Info.Name, StringComparer.OrdinalIgnoreCase);

    public async Task RunAsync(ChatTurn turn, CancellationToken cancellationToken)
    {
        var line = CommandLine.Read(ActivityText.WithoutRecipientMention(turn.Turn.Activity));
        var word = line.Word.Length == 0 ? CommandTable.Help.Name : line.Word;
        var isKnown = _commands.TryGetValue(word, out var command);
        var name = isKnown ? command!.Info.Name : "unknown";
        using var span = ChatTelemetry.Source.StartActivity($"command {name}");
        var result = isKnown
            ? await RunAsync(command!, turn, line, cancellationToken)
            : await SayUnknownAsync(turn, word, cancellationToken);
        ChatTelemetry.Command(name, result.ToString());
        Log.CommandRan(logger, name, turn.Inspector.AgentId, result.ToString());
    }

    private async Task<CommandResult> RunAsync(ICommand command, ChatTurn turn, CommandLine line, CancellationToken cancellationToken)
    {
        int? workNo = line.Arguments is [var first, ..] && WorkNumber.TryRead(first, out var number) ? number : null;
        return await authorizer.WhyNotAsync(turn, command.Info.Need, command.ModeOf(line), workNo, cancellationToken) is { } denial
            ? await common.DeniedAsync(turn, denial, cancellationToken)
            : await command.RunAsync(turn, line, cancellationToken);
    }

    private async Task<CommandResult> SayUnknownAsync(ChatTurn turn, string word, CancellationToken cancellationToken)
    {
        await answers.SayPrivatelyAsync(turn.Turn, CommandTexts.Unknown(word, NearestCommand.Of(word)), cancellationToken);
        return CommandResult.Unknown;
    }
}
