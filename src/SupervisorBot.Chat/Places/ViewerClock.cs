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

    /// <summary>
    /// A time of day with seconds and its zone, such as <c>14:03:22 (UTC+02:00)</c>. It has 24 hours in every language: operations rooms read it so, and it is as
    /// long at any hour.
    /// </summary>
    public string TimeOfDay(DateTimeOffset time) => $"{TimeText(time)} ({Zone})";

    /// <summary>A date with the time of day: the date as the reader's region writes it, such as <c>22/11/2026 14:03:22 (UTC+02:00)</c>; in plain English <c>2026-11-22</c>.</summary>
    public string DateAndTime(DateTimeOffset time) => $"{DateText(time)} {TimeText(time)} ({Zone})";

    /// <summary>The same without the zone, where that is named beside.</summary>
    public string BareTime(DateTimeOffset time) => TimeText(time);

    /// <summary>The date alone.</summary>
    public string Day(DateTimeOffset time) => DateText(time);

    /// <summary>The hour that a time is in, such as <c>14:00</c>.</summary>
    public string Hour(DateTimeOffset time) => Local(time).ToString($"HH'{Separator}00'", CultureInfo.InvariantCulture);

    /// <summary>A time by this clock.</summary>
    public DateTimeOffset Local(DateTimeOffset time) => time.ToOffset(TimeSpan.FromMinutes(Math.Clamp(OffsetMinutes, -WidestOffset, WidestOffset)));

    // Where a region writes words between the parts, such as "14 h 03", there is no one sign to put there.
    private static string Separator => Culture.DateTimeFormat.TimeSeparator is { Length: 1 } sign ? sign : ":";

    private static CultureInfo Culture => CultureInfo.CurrentCulture;

    private string TimeText(DateTimeOffset time) => Local(time).ToString($"HH'{Separator}'mm'{Separator}'ss", CultureInfo.InvariantCulture);

    private string DateText(DateTimeOffset time) => IsIso
        ? Local(time).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : Local(time).ToString("d", Culture);

    // Of English without a region it is not known which of day and month comes first; and a call centre's records are kept by the Gregorian calendar.
    private static bool IsIso => Culture.Name is "" or "en" || Culture.Calendar is not GregorianCalendar;

    /// <summary>The zone's name, such as <c>UTC+02:00</c>.</summary>
    public string Zone => OffsetMinutes switch
    {
        0 => "UTC",
        > 0 => $"UTC+{Hours(OffsetMinutes)}",
        _ => $"UTC-{Hours(-OffsetMinutes)}",
    };

    private static string Hours(int minutes) => $"{minutes / 60:00}:{minutes % 60:00}";
}
