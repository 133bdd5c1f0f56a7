using Microsoft.Extensions.Logging;

namespace SupervisorBot.Supervision;

/// <summary>The log lines of supervision; event ids 3000 to 3999.</summary>
internal static partial class Log
{
    [LoggerMessage(3000, LogLevel.Error, "A turn of inspector {AgentId} failed at {Input}.")]
    public static partial void TurnFailed(ILogger logger, Exception? exception, int agentId, string input);

    [LoggerMessage(3008, LogLevel.Error, "What {Input} of inspector {AgentId} changed could not be stored; it is tried again.")]
    public static partial void StorageFailed(ILogger logger, Exception? exception, int agentId, string input);

    [LoggerMessage(3009, LogLevel.Error, "The sessions that have to be looked after could not be read; it is tried again.")]
    public static partial void KeeperFailed(ILogger logger, Exception? exception);

    [LoggerMessage(3001, LogLevel.Warning, "Inspector {AgentId} is looked after elsewhere by now; nothing is done for them here any more.")]
    public static partial void SessionMoved(ILogger logger, int agentId);

    [LoggerMessage(3020, LogLevel.Warning, "Whether a turn of inspector {AgentId} is stored is not known, or it cannot be; the session is opened anew from what is stored.")]
    public static partial void SessionOpenedAnew(ILogger logger, int agentId);

    [LoggerMessage(3021, LogLevel.Error, "{Count} messages that tell of {Input} of inspector {AgentId} cannot be stored and are given up.")]
    public static partial void MessagesDropped(ILogger logger, int agentId, string input, int count);

    [LoggerMessage(3022, LogLevel.Warning, "{Input} of inspector {AgentId} waited for too long; it is refused.")]
    public static partial void RequestTooOld(ILogger logger, int agentId, string input);

    [LoggerMessage(3023, LogLevel.Warning, "Nothing was heard of inspector {AgentId}'s session for more than {Seconds:F0} s.")]
    public static partial void SessionUnheard(ILogger logger, int agentId, double seconds);

    [LoggerMessage(3014, LogLevel.Information, "Inspector {AgentId}, whom no node looked after, was taken over.")]
    public static partial void SessionWoken(ILogger logger, int agentId);

    [LoggerMessage(3015, LogLevel.Warning, "Inspector {AgentId}, whom no node looks after, could not be taken over; it is tried again.")]
    public static partial void WakingFailed(ILogger logger, Exception? exception, int agentId);

    [LoggerMessage(3016, LogLevel.Warning, "Inspector {AgentId} could not be given back; another node notices that this one has ended.")]
    public static partial void ReleaseFailed(ILogger logger, Exception? exception, int agentId);

    [LoggerMessage(3017, LogLevel.Warning, "Inspector {AgentId} has {Waiting} requests waiting; no more are taken for now.")]
    public static partial void Overloaded(ILogger logger, int agentId, int waiting);

    [LoggerMessage(3018, LogLevel.Error, "An intercept of inspector {AgentId} was not sent: it was held up for too long since it was decided.")]
    public static partial void InterceptTooLate(ILogger logger, int agentId);

    [LoggerMessage(3019, LogLevel.Warning, "The gateway has not answered inspector {AgentId}'s reading of events for {Seconds:F0} s, {Failures} times in a row.")]
    public static partial void GatewaySilent(ILogger logger, int agentId, double seconds, int failures);

    [LoggerMessage(3002, LogLevel.Error, "A {Notice} for inspector {AgentId} could not be put into words.")]
    public static partial void NoticeFailed(ILogger logger, Exception exception, string notice, int agentId);

    [LoggerMessage(3003, LogLevel.Error, "{Effect} of inspector {AgentId} failed.")]
    public static partial void EffectFailed(ILogger logger, Exception? exception, int agentId, string effect);

    [LoggerMessage(3004, LogLevel.Error, "A poll of inspector {AgentId} broke; the reading of events goes on.")]
    public static partial void PollBroke(ILogger logger, Exception exception, int agentId);

    [LoggerMessage(3006, LogLevel.Information, "Inspector {AgentId}: interception came to {Step} {Outcome}.")]
    public static partial void InterceptionAdvanced(ILogger logger, int agentId, Interception.InterceptionStep step, Interception.InterceptionOutcome? outcome);

    [LoggerMessage(3007, LogLevel.Information, "Inspector {AgentId} is {Status}.")]
    public static partial void SessionChanged(ILogger logger, int agentId, Sessions.SessionStatus status);

    [LoggerMessage(3033, LogLevel.Warning, "Inspector {AgentId}: an agent's group could not be read, so the strictest rule of approval counts.")]
    public static partial void GroupNotKnown(ILogger logger, Exception? exception, int agentId);

    [LoggerMessage(3031, LogLevel.Information, "The database's directory counts: {Inspectors} inspectors, {Teams} teams.")]
    public static partial void DirectoryRead(ILogger logger, int inspectors, int teams);

    [LoggerMessage(3032, LogLevel.Error, "A refusal could not be written into the audit.")]
    public static partial void RefusalNotAudited(ILogger logger, Exception? exception);

    [LoggerMessage(3030, LogLevel.Warning, "What inspector {AgentId} may do could not be found out, so it was refused.")]
    public static partial void AccessNotKnown(ILogger logger, Exception? exception, int agentId);

    [LoggerMessage(3034, LogLevel.Warning, "Whom the inspectors of this node monitor could not be told; it is told again.")]
    public static partial void MonitoringNotReported(ILogger logger, Exception? exception);

    [LoggerMessage(3005, LogLevel.Warning, "Inspector {AgentId} could not be signed out in time while the bot stopped; the gateway does it after two minutes.")]
    public static partial void SignOutOnStopTimedOut(ILogger logger, int agentId);
}
