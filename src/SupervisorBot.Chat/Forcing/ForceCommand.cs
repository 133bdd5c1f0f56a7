using Microsoft.Extensions.Options;
using SupervisorBot.Chat.Acts;
using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Forcing;

namespace SupervisorBot.Chat.Forcing;

/// <summary>/force: asks first, with the effect in words.</summary>
internal sealed class ForceCommand(ISupervisionDesk desk, ActQuestions questions, CommandAnswers answers, IOptions<ForceOptions> options) : ICommand
{
    public CommandInfo Info => CommandTable.Force;

    public int? WorkNoOf(CommandLine line) => line.Arguments is [_, var number, ..] && WorkNumber.TryRead(number, out var workNo) ? workNo : null;

    public async Task<CommandResult> RunAsync(ChatTurn turn, CommandLine line, CancellationToken cancellationToken)
    {
        if (ForceOrder.Read(line) is not { } order)
        {
            var wrong = line.Arguments is [var word, var number, ..] && ForceOrder.StateOf(word) is not null
                ? CommandTexts.NotAWorkNumber(number, Info)
                : ForceTexts.StateMissing(Info);
            return await answers.MalformedAsync(turn, wrong, cancellationToken);
        }

        if (order.WorkNo == turn.Inspector.AgentId)
        {
            return await answers.RefusedAsync(turn, Refusal.Self, null, cancellationToken);
        }

        var roster = await desk.GetRosterAsync(turn.Inspector, cancellationToken);
        if (roster.Refusal is { } refusal)
        {
            return await answers.RefusedAsync(turn, refusal, null, cancellationToken);
        }

        var agent = roster.Agents.FirstOrDefault(agent => agent.WorkNo == order.WorkNo);
        if (agent is null && roster.Problem is null)
        {
            return await answers.SaidNoAsync(turn, ForceTexts.NotSignedIn(CommonTexts.AgentAtStart(order.WorkNo, null)), cancellationToken);
        }

        var id = ActQuestions.IdOf(turn);
        // An old list's state is none of now.
        var known = roster.Problem is null ? agent : null;
        var question = ForceCards.Question(order, known, turn.Inspector, id, questions.Until(), options.Value.RestLength, turn.Clock);
        await questions.AskAsync(turn, id, question, cancellationToken);
        return CommandResult.Done;
    }
}
