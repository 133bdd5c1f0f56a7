namespace SupervisorBot.Chat.Watches;

/// <summary>The hours of each day in which no alert is posted.</summary>
/// <param name="From">Their beginning, in minutes of the day, 0 to 1439.</param>
/// <param name="Until">Their end, in minutes of the day; an end before the beginning is on the next day.</param>
/// <param name="OffsetMinutes">The offset from UTC of whoever set them.</param>
[GenerateSerializer, Immutable]
internal sealed record QuietHours(int From, int Until, int OffsetMinutes)
{
    private const int Day = 24 * 60;

    public bool Hold(DateTimeOffset now)
    {
        var minute = (((int)now.UtcDateTime.TimeOfDay.TotalMinutes + OffsetMinutes) % Day + Day) % Day;
        return From < Until ? minute >= From && minute < Until : minute >= From || minute < Until;
    }
}
