using System.Collections.Frozen;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using SupervisorBot.BotFramework.Channel;

namespace SupervisorBot.Chat.Telemetry;

/// <summary>The conversation's telemetry: counters of what people type and press, and a span for each.</summary>
public static class ChatTelemetry
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "SupervisorBot.Chat";

    /// <summary>The counter of commands, with the tags <c>command</c> and <c>result</c>.</summary>
    public const string Commands = "supervisorbot.chat.commands";

    /// <summary>The counter of presses, with the tags <c>verb</c> and <c>result</c>.</summary>
    public const string Presses = "supervisorbot.chat.presses";

    /// <summary>The counter of presses that were refused for their seal, with the tag <c>reason</c>: Missing, UnknownKey, Wrong, TooOld.</summary>
    public const string SealsRefused = "supervisorbot.chat.presses.seal_refused";

    /// <summary>The counter of what came in over a limit and was not taken, with the tag <c>limit</c>: UserLimit, TenantLimit.</summary>
    public const string OverLimits = "supervisorbot.chat.over_limit";

    /// <summary>The counter of messages that left the outbox, with the tag <c>how</c>: post, show, edit, private, or dropped where nothing was to be sent.</summary>
    public const string Sent = "supervisorbot.outbox.sent";

    /// <summary>The histogram of a message's time from its storing to the channel's answer, in seconds.</summary>
    public const string Wait = "supervisorbot.outbox.wait.duration";

    /// <summary>The counter of sendings that failed and are tried again, with the tag <c>reason</c>.</summary>
    public const string Delayed = "supervisorbot.outbox.delayed";

    /// <summary>The counter of messages that were given up (dead letters), with the tag <c>reason</c>.</summary>
    public const string Buried = "supervisorbot.outbox.buried";

    /// <summary>The counter of refusals that could not be written into the audit, with the tag <c>act</c>.</summary>
    public const string RefusalsNotAudited = "supervisorbot.audit.refusals.lost";

    private static readonly FrozenSet<string> s_reasons = Enum.GetNames<ChannelFailure>().Concat(
    [
        "AttemptLimit", "TooOld", "Unreadable", "BotDisabledByAdmin", "ConversationBlockedByUser", "BotNotInConversationRoster", "ConversationNotFound",
    ]).ToFrozenSet(StringComparer.Ordinal);

    private static readonly Meter s_meter = new(Name);
    private static readonly Counter<long> s_commands = s_meter.CreateCounter<long>(Commands, "{command}", "Commands by name and result.");
    private static readonly Counter<long> s_presses = s_meter.CreateCounter<long>(Presses, "{press}", "Presses on cards by verb and result.");
    private static readonly Counter<long> s_sealsRefused = s_meter.CreateCounter<long>(SealsRefused, "{press}", "Presses refused for their seal by reason.");
    private static readonly Counter<long> s_overLimits = s_meter.CreateCounter<long>(OverLimits, "{turn}", "Turns over a limit.");

    private static readonly Counter<long> s_sent = s_meter.CreateCounter<long>(Sent, "{message}", "Messages that left the outbox.");
    private static readonly Histogram<double> s_wait = s_meter.CreateHistogram<double>(Wait, "s", "A message's time in the outbox.");
    private static readonly Counter<long> s_delayed = s_meter.CreateCounter<long>(Delayed, "{message}", "Sendings that failed and are tried again.");
    private static readonly Counter<long> s_buried = s_meter.CreateCounter<long>(Buried, "{message}", "Messages that were given up.");

    private static readonly Counter<long> s_refusalsNotAudited =
        s_meter.CreateCounter<long>(RefusalsNotAudited, "{refusal}", "Refusals that could not be written into the audit.");

    internal static ActivitySource Source { get; } = new(Name);

    internal static void Command(string name, string result) =>
        s_commands.Add(1, new KeyValuePair<string, object?>("command", name), new KeyValuePair<string, object?>("result", result));

    internal static void Press(string verb, string result) =>
        s_presses.Add(1, new KeyValuePair<string, object?>("verb", verb), new KeyValuePair<string, object?>("result", result));

    internal static void OverLimit(string limit) => s_overLimits.Add(1, new KeyValuePair<string, object?>("limit", limit));

    internal static void SealRefused(string reason) => s_sealsRefused.Add(1, new KeyValuePair<string, object?>("reason", reason));

    internal static void RefusalNotAudited(string act) => s_refusalsNotAudited.Add(1, new KeyValuePair<string, object?>("act", act));

    internal static void OutboxSent(string how, TimeSpan waited)
    {
        s_sent.Add(1, new KeyValuePair<string, object?>("how", how));
        s_wait.Record(waited.TotalSeconds);
    }

    internal static void OutboxDelayed(string reason) => s_delayed.Add(1, new KeyValuePair<string, object?>("reason", Known(reason)));

    internal static void OutboxBuried(string reason) => s_buried.Add(1, new KeyValuePair<string, object?>("reason", Known(reason)));

    // The reason may be a channel's own code: what is not known is counted together, so that it cannot swell the series.
    private static string Known(string reason) => s_reasons.Contains(reason) ? reason : "Other";
}
