using SupervisorBot.Gateway.Results;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Forcing;
using SupervisorBot.Supervision.Notices;

namespace SupervisorBot.Supervision.Sessions.Machine;

/// <summary>What the inspector does to an agent against their state. Sent once; what was not answered is told as not known, unless the gateway shows what it came to.</summary>
internal static partial class SessionMachine
{
    private static Receipt AskForce(SessionTurn turn, ForceRequested request)
    {
        if (CannotForce(turn.State, request.WorkNo) is { } refusal)
        {
            return new Receipt(refusal);
        }

        var token = turn.NextToken();
        turn.State = turn.State with { Pending = new PendingRequest(request, token) };
        turn.Do(new ForceAgent(token, request.WorkNo, request.State, request.RestFor));
        return new Receipt();
    }

    private static Receipt AskDrop(SessionTurn turn, DropRequested request)
    {
        if (CannotForce(turn.State, request.WorkNo) is { } refusal)
        {
            return new Receipt(refusal);
        }

        var token = turn.NextToken();
        turn.State = turn.State with { Pending = new PendingRequest(request, token) };
        turn.Do(new DropAgentsCall(token, request.WorkNo, request.CallId));
        return new Receipt();
    }

    private static Refusal? CannotForce(SessionState state, int workNo) =>
        CannotAct(state) ?? (workNo == state.Inspector.AgentId ? Refusal.Self : null);

    private static void OnAgentActed(SessionTurn turn, AgentActed acted)
    {
        if (turn.State.Pending is not { } pending || pending.Token != acted.Token)
        {
            return;
        }

        turn.State = turn.State with { Pending = null };
        var problem = acted switch
        {
            { NotSent: { } notSent } => notSent,
            { Failure: null } or { Failure: Unknown, IsSo: true } => null,
            _ => SessionTurn.ProblemOf(acted.Failure!),
        };
        if (problem is null)
        {
            turn.Tell(new RequestDoneNotice(turn.State.Inspector, pending.Request.Origin, turn.Now, pending.Request, acted.State));
        }
        else
        {
            TellFailed(turn, pending.Request, problem);
        }
    }

    /// <summary>The session ended while the gateway had not answered.</summary>
    private static void LosePendingAct(SessionTurn turn)
    {
        if (turn.State.Pending is { Request: ForceRequested or DropRequested } pending)
        {
            TellFailed(turn, pending.Request, new Problem(ProblemKind.NoAnswer));
        }
    }
}
