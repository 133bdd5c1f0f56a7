using SupervisorBot.Supervision.Interception;

namespace SupervisorBot.Supervision.Sessions.Machine;

/// <summary>The second pair of eyes: somebody other than the inspector who asked approves an interception, before anything of it is begun.</summary>
internal static partial class SessionMachine
{
    private static InterceptionRecord AskApproval(SessionTurn turn, InterceptionRecord record)
    {
        if (Hindrance(turn.State, record) is { } hindrance)
        {
            // Nobody need be asked for what could not begin anyway.
            return Decide(turn, record, hindrance);
        }

        var lifetime = turn.Limits.Interception.ApprovalLifetime;
        var token = turn.NextToken();
        turn.Do(new StartTimer(token, lifetime));
        return turn.Advance(record, view => view with { Step = InterceptionStep.AwaitingApproval, ExpiresAt = turn.Now + lifetime }, token);
    }

    private static void OnApprovalPressed(SessionTurn turn, ApprovalPressed pressed)
    {
        if (!turn.State.Interceptions.TryGetValue(pressed.OperationId, out var record))
        {
            turn.Reply = new PressAnswer(PressResult.NotKnown, null);
        }
        else if (pressed.Approver.AgentId == record.View.Inspector.AgentId)
        {
            turn.Reply = new PressAnswer(PressResult.NotByAsker, record.View);
        }
        else if (!pressed.MayApprove)
        {
            turn.Reply = new PressAnswer(PressResult.MayNotApprove, record.View);
        }
        else if (record.View.Step != InterceptionStep.AwaitingApproval)
        {
            turn.Reply = new PressAnswer(PressResult.AlreadyDecided, record.View);
        }
        else if (turn.Now >= record.View.ExpiresAt)
        {
            turn.Reply = new PressAnswer(PressResult.AlreadyDecided, Expire(turn, record).View);
        }
        else
        {
            var answer = new ApprovalAnswer(pressed.Approver.EntraObjectId, pressed.Approver.AgentId, pressed.Approver.DisplayName, pressed.Approve, turn.Now);
            record = turn.Advance(record, view => view with { Answer = answer }, tell: false);
            turn.Reply = new PressAnswer(PressResult.TookEffect, (pressed.Approve ? Start(turn, record) : Decide(turn, record, InterceptionOutcome.Declined)).View);
        }
    }
}
