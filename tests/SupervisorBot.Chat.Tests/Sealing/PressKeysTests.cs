using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SupervisorBot.Chat.Sealing;

namespace SupervisorBot.Chat.Tests.Sealing;

/// <summary>The keys of several nodes that share a store.</summary>
public sealed class PressKeysTests
{
    private static readonly PressOptions s_options = new() { KeyLifetime = TimeSpan.FromHours(1) };

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));
    private readonly InterruptedStore _store = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_node_that_was_faster_in_the_middle_keeps_its_key_and_both_seal_with_it(int step)
    {
        using var one = Node();
        using var other = Node();
        _store.Interrupt(step, async () => await other.CurrentAsync(Stop));

        var mine = await one.CurrentAsync(Stop);

        var theirs = await other.CurrentAsync(Stop);
        Assert.Equal(theirs.Generation, mine.Generation);
        Assert.True(theirs.Reveal().SequenceEqual(mine.Reveal()));
        Assert.NotNull(await one.FindAsync((byte)theirs.Generation, Stop));
    }

    [Fact]
    public async Task A_key_that_another_node_made_a_moment_ago_is_found()
    {
        using var one = Node();
        using var other = Node();
        await one.CurrentAsync(Stop);
        await other.CurrentAsync(Stop);
        _time.Advance(s_options.KeyLifetime - TimeSpan.FromSeconds(1));
        Assert.Null(await other.FindAsync(77, Stop));
        _time.Advance(TimeSpan.FromSeconds(1));

        var renewed = await one.CurrentAsync(Stop);

        Assert.NotNull(await other.FindAsync((byte)renewed.Generation, Stop));
    }

    [Fact]
    public async Task A_key_that_is_not_there_is_asked_for_once_in_a_while()
    {
        using var node = Node();
        await node.CurrentAsync(Stop);
        var before = _store.Reads;

        Assert.Null(await node.FindAsync(77, Stop));
        Assert.Null(await node.FindAsync(77, Stop));
        Assert.Equal(before + 1, _store.Reads);

        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Null(await node.FindAsync(77, Stop));
        Assert.Equal(before + 2, _store.Reads);
    }

    private PressKeys Node() => new(_store, Options.Create(s_options), _time, NullLogger<PressKeys>.Instance);

    /// <summary>A store during whose use something else happens.</summary>
    private sealed class InterruptedStore : IPressKeyStore
    {
        private readonly MemoryPressKeyStore _inner = new();
        private Func<Task>? _other;
        private int _steps;

        public int Reads { get; private set; }

        /// <summary>Something happens before the step of that number from now.</summary>
        public void Interrupt(int step, Func<Task> other) => (_steps, _other) = (step, other);

        public async Task<IReadOnlyList<PressKey>> ReadAsync(CancellationToken cancellationToken)
        {
            await StepAsync();
            Reads++;
            return await _inner.ReadAsync(cancellationToken);
        }

        public async Task<int> LastGenerationAsync(CancellationToken cancellationToken)
        {
            await StepAsync();
            return await _inner.LastGenerationAsync(cancellationToken);
        }

        public async Task AddAsync(PressKey key, int oldest, CancellationToken cancellationToken)
        {
            await StepAsync();
            await _inner.AddAsync(key, oldest, cancellationToken);
        }

        private async Task StepAsync()
        {
            if (--_steps == 0)
            {
                await _other!();
            }
        }
    }
}
