using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Chat.Agents;

/// <summary>/agents</summary>
internal sealed class AgentsCommand(ISupervisionDesk desk, Answers answers, CommandAnswers common) : ICommand
{
    public CommandInfo Info => CommandTable.Agents;

    public async Task<CommandResult> RunAsync(ChatTurn turn, CommandLine line, CancellationToken cancellationToken)
    {
        var roster = await desk.GetRosterAsync(turn.Inspector, cancellationToken);
        if (roster.Refusal is { } refusal)
        {
            return await common.RefusedAsync(turn, refusal, null, cancellationToken);
        }

        if (roster is { Problem: { } problem, Agents.Count: 0 })
        {
            return await common.FailedAsync(turn, problem, cancellationToken);
        }

        var filter = line.Arguments.Count == 0 ? null : line.Rest;
        var card = AgentCards.List(roster, turn.Profile, Guid.NewGuid(), page: 0, filter, turn.Clock);
        await answers.SayPrivatelyAsync(turn.Turn, card, cancellationToken);
        return CommandResult.Done;
    }
}
