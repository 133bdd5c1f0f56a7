using SupervisorBot.Gateway.Results;
using SupervisorBot.Supervision.Monitoring;

namespace SupervisorBot.Supervision.Sessions.Machine;

/// <summary>
/// Leaving a call that the inspector shall not be on: it is noted with the state, so that it comes about even if the bot dies meanwhile. A stop that
/// finds nothing to stop does no harm.
/// </summary>
internal static partial class SessionMachine
{
    private const int MostTriesToLeave = 5;

    /// <summary>Leaves a call.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="view">The monitoring that ends.</param>
    /// <param name="mayArriveFor">How long the listen itself may still be on its way.</param>
    private static void Detach(SessionTurn turn, MonitoringView view, TimeSpan mayArriveFor = default) =>
        Leave(turn, new LeavingState(view.WorkNo, view.Mode, turn.Now + mayArriveFor));

    private static void Leave(SessionTurn turn, LeavingState leaving)
    {
        var token = turn.NextToken();
        turn.State = turn.State with { Leaving = leaving with { Token = token } };
        turn.Do(new StopMonitoring(token, leaving.WorkNo, leaving.Mode));
    }

    private static void OnLeaveAnswered(SessionTurn turn, LeavingState leaving, GatewayFailure? failure)
    {
        if (failure is Unknown or Unreachable)
        {
            if (leaving.Tries < MostTriesToLeave)
            {
                LeaveAgainAfter(turn, leaving with { Tries = leaving.Tries + 1 }, turn.Limits.Session.StopTimeout);
            }
            else
            {
                turn.State = turn.State with { Leaving = null };
            }
        }
        else if (turn.Now < leaving.Until)
        {
            LeaveAgainAfter(turn, leaving, leaving.Until - turn.Now);
        }
        else
        {
            turn.State = turn.State with { Leaving = null };
        }
    }

    private static void LeaveAgainAfter(SessionTurn turn, LeavingState leaving, TimeSpan time)
    {
        var token = turn.NextToken();
        turn.State = turn.State with { Leaving = leaving with { Token = token } };
        turn.Do(new StartTimer(token, time));
    }

    /// <summary>The phone rings, or was picked up, for a call that is being left.</summary>
    private static void LeaveWhatArrivesLate(SessionTurn turn)
    {
        if (turn.State is { Leaving: { } leaving, Monitoring: null, Talk: null, Active: null })
        {
            Leave(turn, leaving);
        }
    }
}
