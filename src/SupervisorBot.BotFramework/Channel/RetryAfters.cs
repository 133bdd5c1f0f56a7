using System.Net.Http.Headers;

namespace SupervisorBot.BotFramework.Channel;

/// <summary>Reads the header <c>Retry-After</c>, which names a length or a moment.</summary>
public static class RetryAfters
{
    /// <summary>How long to wait from now on, not negative; null where the header is absent.</summary>
    /// <param name="header">The header.</param>
    /// <param name="time">The clock.</param>
    public static TimeSpan? Read(RetryConditionHeaderValue? header, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        TimeSpan? asked = header?.Delta ?? (header?.Date is { } date ? date - time.GetUtcNow() : null);
        return asked < TimeSpan.Zero ? TimeSpan.Zero : asked;
    }
}
