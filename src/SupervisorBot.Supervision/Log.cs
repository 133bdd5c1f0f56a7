using Microsoft.Extensions.Logging;

namespace SupervisorBot.Supervision;

/// <summary>The log lines of supervision; event ids 3000 to 3999.</summary>
internal static partial class Log
{
    [LoggerMessage(3000, LogLevel.Error, "A turn of inspector {AgentId} failed at {Input}.")]
    public static partial void TurnFailed(ILogger logger, Exception exception, int agentId, string input);

    [LoggerMessage(3008, LogLevel.Error, "What {Input} of inspector {AgentId} changed could not be stored; it is tried again.")]
    public static partial void StorageFailed(ILogger logger, Exception exception, int agentId, string input);

    [LoggerMessage(3009, LogLevel.Error, "The interceptions that were open when the bot ended could not be read.")]
    public static partial void OpenInterceptionsNotRead(ILogger logger, Exception exception);

    [LoggerMessage(3001, LogLevel.Warning, "A decision for inspector {AgentId} at {Input} had been stored elsewhere first; it has no effect here.")]
    public static partial void JournalConflict(ILogger logger, int agentId, string input);

    [LoggerMessage(3002, LogLevel.Error, "A {Notice} for inspector {AgentId} could not be told.")]
    public static partial void NoticeFailed(ILogger logger, Exception exception, string notice, int agentId);

    [LoggerMessage(3003, LogLevel.Error, "{Effect} of inspector {AgentId} failed.")]
    public static partial void EffectFailed(ILogger logger, Exception exception, int agentId, string effect);

    [LoggerMessage(3004, LogLevel.Error, "A poll of inspector {AgentId} broke; the reading of events goes on.")]
    public static partial void PollBroke(ILogger logger, Exception exception, int agentId);

    [LoggerMessage(3006, LogLevel.Information, "Inspector {AgentId}: interception came to {Step} {Outcome}.")]
    public static partial void InterceptionAdvanced(ILogger logger, int agentId, Interception.InterceptionStep step, Interception.InterceptionOutcome? outcome);

    [LoggerMessage(3007, LogLevel.Information, "Inspector {AgentId} is {Status}.")]
    public static partial void SessionChanged(ILogger logger, int agentId, Sessions.SessionStatus status);

    [LoggerMessage(3005, LogLevel.Warning, "Inspector {AgentId} could not be signed out in time while the bot stopped; the gateway does it after two minutes.")]
    public static partial void SignOutOnStopTimedOut(ILogger logger, int agentId);

    [LoggerMessage(3010, LogLevel.Error, "A stored interception of inspector {AgentId} at step {Step} cannot be read; it is left out.")]
    public static partial void StoredInterceptionUnreadable(ILogger logger, Exception exception, int agentId, Interception.InterceptionStep step);

    [LoggerMessage(3011, LogLevel.Information, "The database {Path} was brought up to {Migration}.")]
    public static partial void DatabaseMigrated(ILogger logger, string path, string migration);

    [LoggerMessage(3012, LogLevel.Information, "{Count} interceptions past their lifetime were removed.")]
    public static partial void InterceptionsPurged(ILogger logger, int count);

    [LoggerMessage(3013, LogLevel.Warning, "Interceptions past their lifetime could not be removed; it is tried again in {Interval}.")]
    public static partial void PurgeFailed(ILogger logger, Exception exception, TimeSpan interval);
}
