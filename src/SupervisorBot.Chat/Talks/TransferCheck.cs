using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Gateway.Agents;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Chat.Talks;

/// <summary>
/// Looks, before a customer is handed to an agent, whether that agent is known to be unable to take them: the gateway would ring in vain until the transfer's time is
/// over. What is not known, or was read before the talk began, speaks against nothing.
/// </summary>
internal sealed class TransferCheck(ISupervisionDesk desk)
{
    /// <summary>Why the customer cannot be handed there now, in words; null where nothing is known against it.</summary>
    /// <param name="turn">Whose talk it is.</param>
    /// <param name="to">To whom; null for the agent from whom the call was taken over.</param>
    /// <param name="cancellationToken">Gives up reading.</param>
    public async Task<string?> WhyNotAsync(ChatTurn turn, TransferTarget? to, CancellationToken cancellationToken)
    {
        if (to is { Kind: not TransferKind.Agent })
        {
            return null;
        }

        var session = await desk.GetSessionAsync(turn.Inspector, cancellationToken);
        if (session.Talk is not { Phase: TalkPhase.Talking } talk || (to?.WorkNo ?? talk.FromWorkNo) is not { } workNo)
        {
            return null;
        }

        var roster = await desk.GetRosterAsync(turn.Inspector, cancellationToken);
        return roster.Problem is not null ? null : roster.Agents.FirstOrDefault(agent => agent.WorkNo == workNo) switch
        {
            // The agent from whom the call was taken over may be shown in that call still.
            { } agent when agent.WorkNo == talk.FromWorkNo && !(agent.StateSince > talk.BeganAt) => null,
            { IsTalking: true } busy => CallTexts.AgentBusy(busy),
            { State: AgentState.SignedOut } away => CallTexts.AgentAway(away),
            _ => null,
        };
    }
}
