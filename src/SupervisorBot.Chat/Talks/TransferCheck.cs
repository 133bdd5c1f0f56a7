using Microsoft.Extensions.Options;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.State;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Gateway.Agents;
using SupervisorBot.Supervision.Agents;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Chat.Talks;

/// <summary>
/// Looks, before a customer is handed to an agent, whether that agent is known to be unable to take them: the gateway would ring in vain until the transfer's time is
/// over. What is not known, or was read before the talk began, speaks against nothing.
/// </summary>
internal sealed class TransferCheck(ISupervisionDesk desk, IOptions<ChatOptions> options, TimeProvider time)
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

        return await ReadAsync(turn, workNo, cancellationToken) switch
        {
            // The agent from whom the call was taken over may be shown in that call still.
            { } agent when agent.WorkNo == talk.FromWorkNo && !(agent.StateSince > talk.BeganAt) => null,
            { IsTalking: true } busy => CallTexts.AgentBusy(busy),
            { State: AgentState.SignedOut } away => CallTexts.AgentAway(away),
            _ => null,
        };
    }

    /// <summary>The agent, or null where they are not known before a press has to be answered: a customer is not kept waiting for a list.</summary>
    private async Task<AgentView?> ReadAsync(ChatTurn turn, int workNo, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.Value.PressAnswerLimit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var roster = await desk.GetRosterAsync(turn.Inspector, both.Token).WaitAsync(both.Token);
            return roster.Problem is null ? roster.Agents.FirstOrDefault(agent => agent.WorkNo == workNo) : null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
