using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Gateway.Monitoring;

namespace SupervisorBot.Chat.Monitoring;

/// <summary>/switch</summary>
internal sealed class SwitchCommand(MonitoringRequests requests, CommandAnswers answers) : ICommand
{
    public CommandInfo Info => CommandTable.Switch;

    public MonitoringMode? ModeOf(CommandLine line) => line.Arguments is [var text, ..] ? Named(text) : null;

    public async Task<CommandResult> RunAsync(ChatTurn turn, CommandLine line, CancellationToken cancellationToken)
    {
        if (ReadMode(line, out var wrong) is not { } mode)
        {
            return await answers.MalformedAsync(turn, wrong, cancellationToken);
        }

        var receipt = await requests.SwitchAsync(turn, mode, cancellationToken);
        return receipt.Refusal is { } refusal
            ? await answers.RefusedAsync(turn, refusal, receipt.WorkNo, cancellationToken)
            : CommandResult.Done;
    }

    private MonitoringMode? ReadMode(CommandLine line, out string wrong)
    {
        wrong = "";
        switch (line.Arguments)
        {
            case []:
                wrong = CommandTexts.ModeMissing(Info);
                return null;
            case [var text] when Named(text) is { } mode:
                return mode;
            case [var text, ..] when Named(text) is null:
                wrong = CommandTexts.NotAMode(text, Info);
                return null;
            default:
                wrong = CommandTexts.TooMuch(Info);
                return null;
        }
    }

    private static MonitoringMode? Named(string text) => Enum.GetValues<MonitoringMode>()
        .Where(mode => string.Equals(mode.ToString(), text, StringComparison.OrdinalIgnoreCase))
        .Select(mode => (MonitoringMode?)mode)
        .FirstOrDefault();
}
