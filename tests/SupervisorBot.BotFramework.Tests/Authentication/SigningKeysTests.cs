using System.Collections.Frozen;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Tokens;
using SupervisorBot.BotFramework.Authentication.Clouds;
using SupervisorBot.BotFramework.Authentication.Keys;

namespace SupervisorBot.BotFramework.Tests.Authentication;

/// <summary>How often the signing keys are read, and for how long they count.</summary>
public sealed class SigningKeysTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 22, 13, 0, 0, TimeSpan.Zero));
    private readonly ChannelTokenOptions _options = new();
    private readonly Published _published = new("a");

    [Fact]
    public async Task A_known_key_costs_one_reading()
    {
        SigningKeys keys = Keys();

        for (int i = 0; i < 10; i++)
        {
            Assert.Equal("a", (await keys.FindAsync("a", CancellationToken.None)).Key!.Id);
        }

        Assert.Equal(1, _published.Readings);
    }

    [Fact]
    public async Task An_unknown_key_has_the_document_read_at_once_and_then_not_before_the_interval_is_over()
    {
        SigningKeys keys = Keys();
        await keys.RefreshAsync();
        _published.Ids = ["b"];

        Assert.NotNull((await keys.FindAsync("b", CancellationToken.None)).Key);
        _published.Ids = ["c"];
        _clock.Advance(_options.UnknownKeyInterval - TimeSpan.FromSeconds(1));
        Assert.Equal((null, KeyAbsence.UnknownId), await keys.FindAsync("c", CancellationToken.None));
        Assert.Equal(2, _published.Readings);

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.NotNull((await keys.FindAsync("c", CancellationToken.None)).Key);
        Assert.Equal((null, KeyAbsence.UnknownId), await keys.FindAsync("b", CancellationToken.None));
        Assert.Equal(3, _published.Readings);
    }

    [Fact]
    public async Task A_thousand_invented_key_ids_make_for_one_reading()
    {
        SigningKeys keys = Keys();
        await keys.RefreshAsync();
        _published.Gate = new TaskCompletionSource();

        Task<(SigningKey? Key, KeyAbsence? Absence)>[] asked = [.. Enumerable.Range(0, 1000).Select(i => keys.FindAsync($"x{i}", CancellationToken.None).AsTask())];
        Task<(SigningKey? Key, KeyAbsence? Absence)> known = keys.FindAsync("a", CancellationToken.None).AsTask();
        Assert.True(known.IsCompletedSuccessfully);
        _published.Gate.SetResult();
        await Task.WhenAll(asked).WaitAsync(EdgeBot.Limit);

        Assert.All(asked, found => Assert.Equal(KeyAbsence.UnknownId, found.Result.Absence));
        Assert.Equal(2, _published.Readings);
    }

    [Fact]
    public async Task Keys_that_cannot_be_read_anew_count_until_they_are_too_old()
    {
        SigningKeys keys = Keys();
        await keys.RefreshAsync();
        _published.IsDown = true;

        _clock.Advance(_options.KeyMaximumAge);
        Assert.False(await keys.RefreshAsync());
        Assert.NotNull((await keys.FindAsync("a", CancellationToken.None)).Key);

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal((null, KeyAbsence.NoKeys), await keys.FindAsync("a", CancellationToken.None));
    }

    [Fact]
    public async Task While_there_are_no_keys_the_document_is_asked_for_again_after_a_pause_only()
    {
        SigningKeys keys = Keys();
        _published.IsDown = true;

        for (int i = 0; i < 10; i++)
        {
            Assert.Equal(KeyAbsence.NoKeys, (await keys.FindAsync("a", CancellationToken.None)).Absence);
        }

        Assert.Equal(1, _published.Readings);
        _published.IsDown = false;
        _clock.Advance(_options.KeyRetryInterval);
        Assert.NotNull((await keys.FindAsync("a", CancellationToken.None)).Key);
        Assert.Equal(2, _published.Readings);
    }

    [Fact]
    public async Task A_reading_that_hangs_is_given_up()
    {
        SigningKeys keys = Keys();
        _published.Gate = new TaskCompletionSource();
        Task<(SigningKey? Key, KeyAbsence? Absence)> asked = keys.FindAsync("a", CancellationToken.None).AsTask();
        await _published.Asked.WaitAsync(EdgeBot.Limit);

        _clock.Advance(_options.KeyReadLimit);

        Assert.Equal(KeyAbsence.NoKeys, (await asked.WaitAsync(EdgeBot.Limit)).Absence);
    }

    private SigningKeys Keys() => new(new Uri("https://login.example/keys"), _published, _options, _clock, NullLogger.Instance);

    private sealed class Published(params string[] ids) : IKeyDocuments
    {
        private static readonly SecurityKey s_key = new SymmetricSecurityKey(new byte[32]);

        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _readings;

        public IReadOnlyList<string> Ids { get; set; } = ids;

        public bool IsDown { get; set; }

        public TaskCompletionSource? Gate { get; set; }

        public int Readings => Volatile.Read(ref _readings);

        public Task Asked => _asked.Task;

        public async Task<IReadOnlyList<SigningKey>> ReadAsync(Uri metadata, CancellationToken ct)
        {
            Interlocked.Increment(ref _readings);
            _asked.TrySetResult();
            await (Gate?.Task ?? Task.CompletedTask);
            return IsDown
                ? throw new HttpRequestException("down")
                : [.. Ids.Select(static id => new SigningKey(id, s_key, FrozenSet<string>.Empty))];
        }
    }
}
