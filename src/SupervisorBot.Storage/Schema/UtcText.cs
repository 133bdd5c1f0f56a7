using System.Globalization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace SupervisorBot.Storage.Schema;

/// <summary>A time as ISO 8601 text in UTC, always of the same length: it can be read, and it sorts as the times do.</summary>
internal sealed class UtcText() : ValueConverter<DateTimeOffset, string>(time => Write(time), text => Read(text))
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture);

    public static DateTimeOffset Read(string text) =>
        DateTimeOffset.ParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);
}
