using System.Diagnostics;
using System.Globalization;

namespace SupervisorBot.Chat.Tests.Fuzzing;

/// <summary>
/// Examples one after another, each with a seed of its own. The first seed is fixed, so a run says the same as the one before; <c>SUPERVISORBOT_TEST_FUZZ_SEED</c>
/// sets another. There are as many as the test asks for, and more until <c>SUPERVISORBOT_TEST_FUZZ_SECONDS</c> have passed.
/// </summary>
internal static class Fuzz
{
    private static readonly int s_seed = FromEnvironment("SUPERVISORBOT_TEST_FUZZ_SEED", 20261128);
    private static readonly TimeSpan s_time = TimeSpan.FromSeconds(FromEnvironment("SUPERVISORBOT_TEST_FUZZ_SECONDS", 0));

    /// <summary>Fails with the example's seed where <paramref name="check"/> throws.</summary>
    public static async Task RunAsync(int count, Func<int, Task> check)
    {
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < count || watch.Elapsed < s_time; i++)
        {
            var seed = unchecked(s_seed + i);
            try
            {
                await check(seed);
            }
            catch (Exception problem)
            {
                throw new InvalidOperationException($"SUPERVISORBOT_TEST_FUZZ_SEED={seed} makes this example the first: {problem.Message}", problem);
            }
        }
    }

    private static int FromEnvironment(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
