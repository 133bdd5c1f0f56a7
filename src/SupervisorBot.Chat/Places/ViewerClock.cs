using System.Globalization;
using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.Chat.Places;

/// <summary>
/// Writes times as the person who asked reads them. Adaptive Cards' own <c>{{TIME(…)}}</c> is not used: it shows no seconds, and the texts
/// outside cards (posts, summaries, spoken texts) do not know it. Instead the asker's offset from UTC is taken from the activity's
/// <c>localTimestamp</c> and named beside the time, since others may read the same thread; without one, UTC is shown and named.
/// </summary>
internal sealed record ViewerClock(int OffsetMinutes)
{
    private const int WidestOffset = 14 * 60;

    public static ViewerClock Utc { get; } = new(0);

    public static ViewerClock Of(Activity activity)
    {
        if (activity.Other is { } other && other.TryGetValue("localTimestamp", out var local)
            && local.ValueKind == System.Text.Json.JsonValueKind.String
            && DateTimeOffset.TryParse(local.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return new ViewerClock((int)time.Offset.TotalMinutes);
        }

        return Utc;
    }

    /// <summary>A time of day with seconds and its zone, such as <c>14:03:22 (UTC+02:00)</c>.</summary>
    public string TimeOfDay(DateTimeOffset time) => $"{Local(time).ToString("HH:mm:ss", CultureInfo.InvariantCulture)} ({Zone})";

    /// <summary>A date with the time of day, such as <c>2026-11-22 14:03:22 (UTC+02:00)</c>.</summary>
    public string DateAndTime(DateTimeOffset time) => $"{Local(time).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture)} ({Zone})";

    private string Zone => OffsetMinutes switch
    {
        0 => "UTC",
        > 0 => $"UTC+{Hours(OffsetMinutes)}",
        _ => $"UTC-{Hours(-OffsetMinutes)}",
    };

    private DateTimeOffset Local(DateTimeOffset time) => time.ToOffset(TimeSpan.FromMinutes(Math.Clamp(OffsetMinutes, -WidestOffset, WidestOffset)));

    private static string Hours(int minutes) => $"{minutes / 60:00}:{minutes % 60:00}";
}
