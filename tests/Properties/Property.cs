using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace SupervisorBot.Tests.Properties;

/// <summary>
/// Checks that something holds for whatever a generator makes. The seed is fixed, so a run says the same as the one before; a failure's message holds
/// the smallest example that was found and its seed. <c>PROPERTY_SEED</c> sets another seed (0 for one of the moment), <c>PROPERTY_TIMES</c> multiplies the
/// number of examples.
/// </summary>
internal static class Property
{
    private const ulong FixedSeed = 20261122;

    private static readonly ulong s_seed = FromEnvironment("PROPERTY_SEED", FixedSeed) is var seed and not 0 ? seed : (ulong)Random.Shared.NextInt64();
    private static readonly int s_times = (int)FromEnvironment("PROPERTY_TIMES", 1);

    /// <summary>Fails where <paramref name="check"/> throws for an example.</summary>
    public static void Holds<T>(Gen<T> examples, int count, Action<T> check) => Holds(Arb.From(examples), count, check);

    /// <summary>Fails where <paramref name="check"/> throws for an example; a failing one is made smaller.</summary>
    public static void Holds<T>(Arbitrary<T> examples, int count, Action<T> check) => Prop.ForAll(examples, check).Check(
        Config.QuickThrowOnFailure
            .WithMaxTest(count * s_times)
            .WithQuietOnSuccess(true)
            .WithName($"with PROPERTY_SEED={s_seed}")
            .WithReplay(new Replay(new Rnd(s_seed), FSharpOption<int>.None)));

    private static ulong FromEnvironment(string name, ulong otherwise) =>
        ulong.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
