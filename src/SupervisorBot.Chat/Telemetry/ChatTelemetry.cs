using System.Diagnostics;
using System.Diagnostics.Metrics;

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

    private static readonly Meter s_meter = new(Name);
    private static readonly Counter<long> s_commands = s_meter.CreateCounter<long>(Commands, "{command}", "Commands by name and result.");
    private static readonly Counter<long> s_presses = s_meter.CreateCounter<long>(Presses, "{press}", "Presses on cards by verb and result.");

    internal static ActivitySource Source { get; } = new(Name);

    internal static void Command(string name, string result) =>
        s_commands.Add(1, new KeyValuePair<string, object?>("command", name), new KeyValuePair<string, object?>("result", result));

    internal static void Press(string verb, string result) =>
        s_presses.Add(1, new KeyValuePair<string, object?>("verb", verb), new KeyValuePair<string, object?>("result", result));
}
