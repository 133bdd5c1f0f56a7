using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Chat.Agents;

/// <summary>/calls</summary>
internal sealed class CallsCommand(ISupervisionDesk desk, Answers answers, CommandAnswers common) : ICommand
{
    public CommandInfo Info => CommandTable.Calls;

    public async Task<CommandResult> RunAsync(ChatTurn turn, CommandLine line, CancellationToken cancellationToken)
    {
        if (await common.ReadWorkNumberAsync(turn, Info, line, cancellationToken) is not { } workNo)
        {
            return CommandResult.Malformed;
        }

        var calls = await desk.GetCallsAsync(turn.Inspector, workNo, cancellationToken);
        if (calls.Refusal is { } refusal)
        {
            return await common.RefusedAsync(turn, refusal, null, cancellationToken);
        }

        if (calls.Problem is { } problem)
        {
            return await common.FailedAsync(turn, problem, cancellationToken);
        }

        await answers.SayPrivatelyAsync(turn.Turn, CallCards.List(calls, turn.Profile, Guid.NewGuid(), turn.Clock), cancellationToken);
        return CommandResult.Done;
    }
}
