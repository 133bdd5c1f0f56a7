using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.Texts;

namespace SupervisorBot.Chat.Monitoring;

/// <summary>/stop</summary>
internal sealed class StopCommand(MonitoringRequests requests, CommandAnswers answers) : ICommand
{
    public CommandInfo Info => CommandTable.Stop;

    public async Task<CommandResult> RunAsync(ChatTurn turn, CommandLine line, CancellationToken cancellationToken)
    {
        if (line.Arguments.Count > 0)
        {
            return await answers.MalformedAsync(turn, CommandTexts.TooMuch(Info), cancellationToken);
        }

        var receipt = await requests.StopAsync(turn, cancellationToken);
        return receipt.Refusal is { } refusal
            ? await answers.RefusedAsync(turn, refusal, receipt.WorkNo, cancellationToken)
            : CommandResult.Done;
    }
}
