namespace SupervisorBot.GatewaySimulator;

/// <summary>
/// <c>GET agentevent/{agentid}</c>: the long poll. It answers at once if an event waits, otherwise with the next one or, after
/// the poll's wait, without any. One event an answer, one poll at a time (cec_07_1274, cec_07_1355).
/// </summary>
internal sealed class EventPolling(Floor floor, Desk desk)
{
    public Operation Operation { get; } =
        new("getAgentEvent", "GET", "agentevent/{agentid}", _ => throw new NotSupportedException("A poll waits outside the lock.")) { IsPoll = true };

    /// <summary>Claims the session's only poll; under the floor's lock.</summary>
    public Answer? TryBegin(Session session)
    {
        if (session.Push is not null)
        {
            return Answer.Refused(RetCode.WrongEventMode);
        }

        if (session.IsPolled)
        {
            return Answer.Refused(RetCode.CalledRepeatedly);
        }

        session.IsPolled = true;
        session.PollDeadline = floor.Now + floor.Options.PollWait;
        session.SilenceLimit?.Dispose();
        floor.Polls.Heard(session.Agent.WorkNo);
        return null;
    }

    /// <summary>Waits for an event. The claim ends with it, whatever happens.</summary>
    public async Task<Answer> WaitAsync(Session session, string guid, CancellationToken clientGone)
    {
        try
        {
            while (true)
            {
                Task arrival;
                TimeSpan left;
                lock (floor.Gate)
                {
                    left = session.PollDeadline - floor.Now;
                    if (Take(session, guid, isLastChance: left <= TimeSpan.Zero) is { } answer)
                    {
                        return answer;
                    }

                    arrival = session.NextArrival();
                }

                await WaitAsync(arrival, left, clientGone);
            }
        }
        finally
        {
            lock (floor.Gate)
            {
                session.IsPolled = false;
                if (!session.IsEnded)
                {
                    floor.Polls.Silent(session.Agent.WorkNo);
                    desk.ExpectPoll(session);
                }
            }
        }
    }

    private async Task WaitAsync(Task arrival, TimeSpan limit, CancellationToken clientGone)
    {
        try
        {
            await arrival.WaitAsync(limit, floor.Time, clientGone);
        }
        catch (TimeoutException)
        {
            // No event came: the next look answers without one.
        }
    }

    private Answer? Take(Session session, string guid, bool isLastChance)
    {
        if (session.IsEnded)
        {
            return Answer.Refused(session.Agent.Session is null ? RetCode.NotSignedIn : RetCode.NoRightToCall);
        }

        if (floor.SwitchOver.Refusal(session.Agent.WorkNo) is { } switchedOver)
        {
            return Answer.Refused(switchedOver);
        }

        var taken = session.TryTake();
        if (taken is null && !isLastChance)
        {
            return null;
        }

        var current = session.Guids.Current(floor.Now);
        return Answer.Polled(taken) with { NewGuid = current == guid ? null : current };
    }
}
