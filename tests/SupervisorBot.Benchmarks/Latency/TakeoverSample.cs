namespace SupervisorBot.Benchmarks.Latency;

/// <summary>What one interception took, in milliseconds.</summary>
/// <param name="PressToIntercept">From sending the press to the gateway's receipt of the intercept.</param>
internal sealed record TakeoverSample(double PressToIntercept)
{
    /// <summary>From sending the press to its answer with the card "in progress"; none at the relay.</summary>
    public double? PressToAnswer { get; init; }

    /// <summary>From the gateway's taking AgentEvent_Talking into a poll's answer to the message's edit; none at the relay.</summary>
    public double? TalkToEdit { get; init; }

    /// <summary>From the same moment to the post in the thread; none at the relay.</summary>
    public double? TalkToPost { get; init; }

    /// <summary>From the event itself to the gateway's taking it into an answer: the wait for the next poll, which is no part of the others.</summary>
    public double? WaitForPoll { get; init; }

    /// <summary>Whether another request of this inspector, the refresh of an old Guid, reached the gateway between the press and the intercept.</summary>
    public bool RefreshedGuid { get; init; }
}
