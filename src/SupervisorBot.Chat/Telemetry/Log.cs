using Microsoft.Extensions.Logging;
using SupervisorBot.BotFramework.Channel;
using SupervisorBot.Chat.Admission;
using SupervisorBot.Chat.Sealing;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Outbox;

namespace SupervisorBot.Chat.Telemetry;

/// <summary>Every log line of the conversation. Ids and kinds only: no texts, names or numbers.</summary>
internal static partial class Log
{
    [LoggerMessage(3001, LogLevel.Information, "Command {Command} of agent {AgentId}: {Result}.")]
    public static partial void CommandRan(ILogger logger, string command, int agentId, string result);

    [LoggerMessage(3002, LogLevel.Information, "Press {Verb} of agent {AgentId}: {Result}.")]
    public static partial void PressTaken(ILogger logger, string verb, int agentId, string result);

    [LoggerMessage(3003, LogLevel.Warning, "Somebody was not let in: {Refusal}, activity {ActivityId}.")]
    public static partial void NotLetIn(ILogger logger, AdmissionRefusal refusal, string? activityId);

    [LoggerMessage(3004, LogLevel.Debug, "Activity {ActivityId} was delivered before and is left alone.")]
    public static partial void Redelivered(ILogger logger, string? activityId);

    [LoggerMessage(3005, LogLevel.Error, "A turn broke off with {Error}, activity {ActivityId}.")]
    public static partial void TurnBroke(ILogger logger, string error, string? activityId);

    [LoggerMessage(3008, LogLevel.Warning, "A post was not sent: {Failure}, HTTP {Status}.")]
    public static partial void PostNotSent(ILogger logger, ChannelFailure failure, int? status);

    [LoggerMessage(3009, LogLevel.Error, "A post broke off with {Error}.")]
    public static partial void PostBroke(ILogger logger, string error);

    [LoggerMessage(3010, LogLevel.Information, "The personal chat cannot be used: {Failure}, HTTP {Status}.")]
    public static partial void PersonalChatRefused(ILogger logger, ChannelFailure failure, int? status);

    [LoggerMessage(3014, LogLevel.Information, "A targeted message was refused: {Failure}, HTTP {Status}, {Code}. The personal chat serves instead.")]
    public static partial void TargetedRefused(ILogger logger, ChannelFailure failure, int? status, string? code);

    [LoggerMessage(3011, LogLevel.Error, "A notice for agent {AgentId} has an origin that cannot be read; it is not told.")]
    public static partial void OriginUnreadable(ILogger logger, int agentId);

    [LoggerMessage(3012, LogLevel.Warning, "A press of agent {AgentId} was refused for its seal: {Verdict}, activity {ActivityId}.")]
    public static partial void SealRefused(ILogger logger, int agentId, SealVerdict verdict, string? activityId);

    [LoggerMessage(3013, LogLevel.Warning, "The key that buttons are sealed with is old and could not be renewed ({Error}); the old one is used for now.")]
    public static partial void PressKeyNotRenewed(ILogger logger, string error);

    [LoggerMessage(3016, LogLevel.Debug, "The sign that the bot is working was not shown: {Error}.")]
    public static partial void TypingFailed(ILogger logger, string error);

    [LoggerMessage(3015, LogLevel.Warning, "More came in than the {Limit} allows; activity {ActivityId} and what follows within its span is not taken.")]
    public static partial void OverLimit(ILogger logger, string limit, string? activityId);

    [LoggerMessage(3017, LogLevel.Warning, "A file could not be put where Teams wants it: {Reason}.")]
    public static partial void UploadFailed(ILogger logger, string reason);

    [LoggerMessage(3020, LogLevel.Warning, "The outbox broke off with {Error}; it is tried again.")]
    public static partial void OutboxFailed(ILogger logger, string error);

    [LoggerMessage(3021, LogLevel.Warning, "A message was not sent ({Reason}, failure {Failures}); it is tried again at {DueAt}.")]
    public static partial void OutboxDelayed(ILogger logger, string reason, int failures, DateTimeOffset dueAt);

    [LoggerMessage(3022, LogLevel.Error, "A message ({Kind}) was given up: {Reason}, after {Failures} failures. It is kept as a dead letter.")]
    public static partial void OutboxBuried(ILogger logger, OutboxKind kind, string reason, int failures);

    [LoggerMessage(3023, LogLevel.Warning, "A conversation takes no messages any more: {Reason}. Nothing is sent there until something comes in from there.")]
    public static partial void OutboxThreadStopped(ILogger logger, string reason);

    [LoggerMessage(3024, LogLevel.Warning, "Another sender took a thread over; this one stops.")]
    public static partial void OutboxLeaseLost(ILogger logger);

    [LoggerMessage(3025, LogLevel.Warning, "The cluster's rates cannot be asked ({Error}); this node keeps to the rates by itself.")]
    public static partial void RateUnknown(ILogger logger, string error);

    [LoggerMessage(3026, LogLevel.Warning, "A pressed message was not noted ({Error}); the press counts.")]
    public static partial void AdoptingFailed(ILogger logger, string error);

    [LoggerMessage(3027, LogLevel.Warning, "A board was not brought up to date ({Error}); it is tried again.")]
    public static partial void BoardFailed(ILogger logger, string error);

    [LoggerMessage(3028, LogLevel.Warning, "A thread's watch broke off with {Error}; it is tried again.")]
    public static partial void WatchFailed(ILogger logger, string error);

    [LoggerMessage(3029, LogLevel.Warning, "The boards and watches that have to be looked after could not be looked for ({Error}); it is tried again.")]
    public static partial void KeeperFailed(ILogger logger, string error);

    [LoggerMessage(3030, LogLevel.Warning, "A refusal could not be written into the audit ({Error}): {Act}, {Why}, activity {ActivityId}. It is refused all the same.")]
    public static partial void RefusalNotAudited(ILogger logger, string error, AuditAct act, string why, string? activityId);
}
