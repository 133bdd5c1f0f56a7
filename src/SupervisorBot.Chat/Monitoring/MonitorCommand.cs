using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Gateway.Monitoring;

namespace SupervisorBot.Chat.Monitoring;

/// <summary>What /listen, /insert and /whisper do alike.</summary>
internal abstract class MonitorCommand(CommandInfo info, MonitoringMode mode, MonitoringRequests requests, CommandAnswers answers) : ICommand
{
    public CommandInfo Info => info;

    public async Task<CommandResult> RunAsync(ChatTurn turn, CommandLine line, CancellationToken cancellationToken)
    {
        if (await answers.ReadWorkNumberAsync(turn, info, line, cancellationToken) is not { } workNo)
        {
            return CommandResult.Malformed;
        }

        var receipt = await requests.StartAsync(turn, workNo, mode, cancellationToken);
        return receipt.Refusal is { } refusal
            ? await answers.RefusedAsync(turn, refusal, receipt.WorkNo, cancellationToken)
            : CommandResult.Done;
    }
}
