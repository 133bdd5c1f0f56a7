using System.Diagnostics;

namespace SupervisorBot.Resilience.Tests.Running;

/// <summary>Waits for a condition that nothing announces.</summary>
internal static class Wait
{
    /// <summary>Looks again and again.</summary>
    /// <param name="condition">What has to come true.</param>
    /// <param name="limit">How long it may take.</param>
    /// <param name="otherwise">What to say when it does not.</param>
    public static async Task UntilAsync(Func<bool> condition, TimeSpan limit, Func<string> otherwise)
    {
        var began = Stopwatch.GetTimestamp();
        while (!condition())
        {
            if (Stopwatch.GetElapsedTime(began) > limit)
            {
                throw new TimeoutException(otherwise());
            }

            await Task.Delay(20, Site.Stop);
        }
    }
}
