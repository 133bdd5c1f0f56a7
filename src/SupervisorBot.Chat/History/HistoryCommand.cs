using SupervisorBot.Chat.Access;
using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.History;

namespace SupervisorBot.Chat.History;

/// <summary>/history. Who did what to whom is for the asker alone to read.</summary>
internal sealed class HistoryCommand(IHistoryDesk desk, Authorizer authorizer, Answers answers, CommandAnswers common, TimeProvider time) : ICommand
{
    public CommandInfo Info => CommandTable.History;

    public async Task<CommandResult> RunAsync(ChatTurn turn, CommandLine line, CancellationToken cancellationToken)
    {
        if (HistoryRequest.Read(line.Arguments, out var request) is { } wrong)
        {
            return await common.MalformedAsync(turn, HistoryTexts.Wrong(wrong, Info), cancellationToken);
        }

        // The desk of commands has asked for a work number in the first place only.
        if (request.WorkNo is not null && await authorizer.WhyNotAsync(turn, Info.Need, null, request.WorkNo, cancellationToken) is { } denial)
        {
            return await common.DeniedAsync(turn, denial, cancellationToken);
        }

        var now = time.GetUtcNow();
        var answer = await desk.ReadAsync(turn.Inspector, turn.Actor, request.ToQuery(now, turn.Clock), cancellationToken);
        if (answer.Refusal is { } refusal)
        {
            return await common.DeniedAsync(turn, new Denial(refusal, Permission.History, request.WorkNo), cancellationToken);
        }

        await answers.SayPrivatelyAsync(turn.Turn, HistoryCards.Of(answer, request, turn.Inspector, 0, turn.Clock, now), cancellationToken);
        return CommandResult.Done;
    }
}
