namespace SupervisorBot.ConnectorSimulator.Recording;

/// <summary>How densely calls came: the most within any window of a length.</summary>
/// <param name="Calls">How many there were.</param>
/// <param name="MostIn1s">The most within any second.</param>
/// <param name="MostIn2s">The most within any two seconds.</param>
/// <param name="MostIn30s">The most within any thirty seconds.</param>
/// <param name="MostInHour">The most within any hour.</param>
public sealed record CallRates(int Calls, int MostIn1s, int MostIn2s, int MostIn30s, int MostInHour)
{
    /// <summary>True if a thread may be sent to like this.</summary>
    public bool KeepThreadLimits => MostIn1s <= TeamsLimits.ThreadIn1s && MostIn2s <= TeamsLimits.ThreadIn2s
        && MostIn30s <= TeamsLimits.ThreadIn30s && MostInHour <= TeamsLimits.ThreadInHour;

    /// <summary>True if an app may call like this in a tenant.</summary>
    public bool KeepTenantLimit => MostIn1s <= TeamsLimits.TenantIn1s;

    /// <summary>Counts calls.</summary>
    /// <param name="calls">The calls, in the order of arrival.</param>
    /// <param name="slack">
    /// How much shorter each window is taken: what the way from the sender to the connector may have pushed together. 0 s to 1 s.
    /// </param>
    public static CallRates Of(IEnumerable<ConnectorCall> calls, TimeSpan slack = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(slack, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(slack, TimeSpan.FromSeconds(1));
        long[] moments = [.. calls.Select(static c => c.Timestamp).Order()];
        return new CallRates(
            moments.Length,
            Most(moments, TimeSpan.FromSeconds(1) - slack),
            Most(moments, TimeSpan.FromSeconds(2) - slack),
            Most(moments, TimeSpan.FromSeconds(30) - slack),
            Most(moments, TimeSpan.FromHours(1) - slack));
    }

    private static int Most(long[] moments, TimeSpan window)
    {
        long length = (long)(window.TotalSeconds * System.Diagnostics.Stopwatch.Frequency);
        int most = 0;
        for (int first = 0, last = 0; last < moments.Length; last++)
        {
            while (moments[last] - moments[first] >= length)
            {
                first++;
            }

            most = Math.Max(most, last - first + 1);
        }

        return most;
    }
}
