using SupervisorBot.Chat.Access;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Chat.Agents;

/// <summary>The buttons that show the list of agents and leaf through it.</summary>
internal sealed class AgentsPress(ISupervisionDesk desk) : IPressHandler
{
    public IReadOnlyDictionary<string, Need> Verbs { get; } = new Dictionary<string, Need>
    {
        [Presses.Verbs.AgentsPage] = Need.To(Permission.List),
        [Presses.Verbs.Agents] = Need.To(Permission.List),
    };

    public bool Reads => true;

    public async Task<PressReply> HandleAsync(Press press, CancellationToken cancellationToken)
    {
        var roster = await desk.GetRosterAsync(press.Inspector, cancellationToken);
        if (roster.Refusal is { } refusal)
        {
            return new PressReply.Word(RefusalTexts.Of(refusal, null), PressReply.Refused);
        }

        if (roster is { Problem: { } problem, Agents.Count: 0 })
        {
            return new PressReply.Word(ProblemTexts.Both(problem), PressReply.Refused);
        }

        var operation = press.Data.OperationId ?? Guid.NewGuid();
        var card = AgentCards.List(roster, press.Profile, operation, press.Data.Page, press.Data.Filter, press.Clock);
        return new PressReply.Card(card, PressReply.Effect) { IsForPresser = true };
    }
}
