using SupervisorBot.Chat.Acts;
using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Agents;
using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Chat.Forcing;

/// <summary>/drop: asks first, and says that the customer's call ends. The agent is named, since the gateway does not tell whose a call is; their only call need not be.</summary>
internal sealed class DropCommand(ISupervisionDesk desk, ActQuestions questions, CommandAnswers answers) : ICommand
{
    public CommandInfo Info => CommandTable.Drop;

    public async Task<CommandResult> RunAsync(ChatTurn turn, CommandLine line, CancellationToken cancellationToken)
    {
        var wrong = line.Arguments switch
        {
            [] => CommandTexts.WorkNumberMissing(Info),
            [var text, ..] when !WorkNumber.TryRead(text, out _) => CommandTexts.NotAWorkNumber(text, Info),
            _ => null,
        };
        if (wrong is not null || !WorkNumber.TryRead(line.Arguments[0], out var workNo))
        {
            return await answers.MalformedAsync(turn, wrong!, cancellationToken);
        }

        if (workNo == turn.Inspector.AgentId)
        {
            return await answers.RefusedAsync(turn, Refusal.Self, null, cancellationToken);
        }

        var calls = await desk.GetCallsAsync(turn.Inspector, workNo, cancellationToken);
        if (calls.Refusal is { } refusal)
        {
            return await answers.RefusedAsync(turn, refusal, workNo, cancellationToken);
        }

        if (calls.Problem is { } problem)
        {
            return await answers.FailedAsync(turn, problem, cancellationToken);
        }

        var named = line.Arguments.Skip(1).FirstOrDefault();
        if ((named is null ? calls.Calls is [var only] ? only : null : calls.Calls.FirstOrDefault(call => call.CallId == named)) is not { } chosen)
        {
            return await answers.SaidNoAsync(turn, WhyNot(calls, named), cancellationToken);
        }

        var id = ActQuestions.IdOf(turn);
        var reason = string.Join(' ', line.Arguments.Skip(2));
        var question = DropCards.Question(calls, chosen, reason, turn.Inspector, id, questions.Until(), turn.Clock);
        await questions.AskAsync(turn, id, question, cancellationToken);
        return CommandResult.Done;
    }

    private static string WhyNot(CallsView calls, string? named)
    {
        var agent = CommonTexts.AgentAtStart(calls.WorkNo, calls.Agent?.Name);
        var ids = string.Join(", ", calls.Calls.Select(call => CommonTexts.Call(call.CallId)));
        return calls.Calls.Count == 0 ? ForceTexts.DropNoCalls(agent)
            : named is null ? ForceTexts.DropWhich(agent, ids)
            : ForceTexts.DropNotTheirs(agent, ids);
    }
}
