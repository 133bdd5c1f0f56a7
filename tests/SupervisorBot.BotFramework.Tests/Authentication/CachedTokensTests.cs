using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SupervisorBot.BotFramework.Authentication.Clouds;
using SupervisorBot.BotFramework.Authentication.Outbound;

namespace SupervisorBot.BotFramework.Tests.Authentication;

/// <summary>When the login service is asked for a token, and when it is not.</summary>
public sealed class CachedTokensTests
{
    private static readonly Uri s_connector = new("https://smba.trafficmanager.net/teams");

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 22, 13, 0, 0, TimeSpan.Zero));
    private readonly ChannelTokenOptions _options = new();
    private readonly Login _login;

    public CachedTokensTests() => _login = new Login(_clock);

    [Fact]
    public async Task A_token_is_kept_and_one_is_acquired_for_all_who_wait()
    {
        CachedTokens tokens = Tokens();
        _login.Gate = new TaskCompletionSource();

        Task<string?>[] asked = [.. Enumerable.Range(0, 200).Select(_ => tokens.GetTokenAsync(s_connector, CancellationToken.None).AsTask())];
        _login.Gate.SetResult();
        string?[] got = await Task.WhenAll(asked).WaitAsync(EdgeBot.Limit);

        Assert.All(got, token => Assert.Equal("token-1", token));
        Assert.Equal("token-1", await tokens.GetTokenAsync(s_connector, CancellationToken.None));
        Assert.Equal(1, _login.Asked);
    }

    [Fact]
    public async Task It_is_renewed_in_the_background_while_the_old_one_is_used()
    {
        CachedTokens tokens = Tokens();
        await tokens.GetTokenAsync(s_connector, CancellationToken.None);
        _clock.Advance(_login.Life - _options.TokenRenewal - TimeSpan.FromSeconds(1));
        Assert.True(tokens.GetTokenAsync(s_connector, CancellationToken.None).AsTask().IsCompletedSuccessfully);
        Assert.Equal(1, _login.Asked);
        _login.Gate = new TaskCompletionSource();

        _clock.Advance(TimeSpan.FromSeconds(1));
        Task<string?> during = tokens.GetTokenAsync(s_connector, CancellationToken.None).AsTask();
        Task<string?> again = tokens.GetTokenAsync(s_connector, CancellationToken.None).AsTask();

        Assert.True(during.IsCompletedSuccessfully && again.IsCompletedSuccessfully);
        Assert.Equal("token-1", await during);
        _login.Gate.SetResult();
        Assert.Equal("token-2", await EventuallyAsync(tokens, "token-2"));
        Assert.Equal(2, _login.Asked);
    }

    [Fact]
    public async Task A_renewal_that_fails_is_tried_again_after_a_pause_and_the_old_token_serves_to_its_end()
    {
        CachedTokens tokens = Tokens();
        await tokens.GetTokenAsync(s_connector, CancellationToken.None);
        _login.IsDown = true;
        _clock.Advance(_login.Life - _options.TokenRenewal);

        for (int i = 0; i < 50; i++)
        {
            Assert.Equal("token-1", await tokens.GetTokenAsync(s_connector, CancellationToken.None));
        }

        await UntilAsync(() => _login.Asked == 2);
        _clock.Advance(_options.TokenRetryInterval);
        Assert.Equal("token-1", await tokens.GetTokenAsync(s_connector, CancellationToken.None));
        await UntilAsync(() => _login.Asked == 3);

        _clock.Advance(_options.TokenRenewal);
        await Assert.ThrowsAsync<NoTokenException>(async () => await tokens.GetTokenAsync(s_connector, CancellationToken.None));
    }

    [Fact]
    public async Task While_the_login_service_is_down_it_is_not_asked_for_each_message()
    {
        CachedTokens tokens = Tokens();
        _login.IsDown = true;

        for (int i = 0; i < 20; i++)
        {
            await Assert.ThrowsAsync<NoTokenException>(async () => await tokens.GetTokenAsync(s_connector, CancellationToken.None));
        }

        Assert.Equal(1, _login.Asked);
        _login.IsDown = false;
        _clock.Advance(_options.TokenRetryInterval);
        Assert.Equal("token-2", await tokens.GetTokenAsync(s_connector, CancellationToken.None));
    }

    [Fact]
    public async Task A_login_that_hangs_is_given_up()
    {
        CachedTokens tokens = Tokens();
        _login.Gate = new TaskCompletionSource();
        Task<string?> asked = tokens.GetTokenAsync(s_connector, CancellationToken.None).AsTask();
        await UntilAsync(() => _login.Asked == 1);

        _clock.Advance(_options.TokenLimit);

        NoTokenException e = await Assert.ThrowsAsync<NoTokenException>(() => asked.WaitAsync(EdgeBot.Limit));
        Assert.Equal("No token for the connector: TooSlow.", e.Message);
    }

    [Fact]
    public async Task Who_gives_up_waiting_does_not_end_it_for_the_others()
    {
        CachedTokens tokens = Tokens();
        _login.Gate = new TaskCompletionSource();
        using CancellationTokenSource impatient = new();
        Task<string?> one = tokens.GetTokenAsync(s_connector, impatient.Token).AsTask();
        Task<string?> other = tokens.GetTokenAsync(s_connector, CancellationToken.None).AsTask();

        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        _login.Gate.SetResult();

        Assert.Equal("token-1", await other.WaitAsync(EdgeBot.Limit));
    }

    [Fact]
    public async Task A_refused_token_is_replaced_once_for_all_and_not_again_too_soon()
    {
        CachedTokens tokens = Tokens();
        await tokens.GetTokenAsync(s_connector, CancellationToken.None);

        Assert.Equal("token-2", await tokens.ReplaceTokenAsync(s_connector, "token-1", CancellationToken.None));
        Assert.Equal("token-2", await tokens.ReplaceTokenAsync(s_connector, "token-1", CancellationToken.None));
        Assert.Null(await tokens.ReplaceTokenAsync(s_connector, "token-2", CancellationToken.None));
        Assert.Equal(2, _login.Asked);

        _clock.Advance(_options.RefusedTokenInterval);
        Assert.Equal("token-3", await tokens.ReplaceTokenAsync(s_connector, "token-2", CancellationToken.None));
    }

    [Fact]
    public async Task A_token_that_lives_shortly_is_renewed_in_the_middle_of_its_life()
    {
        _login.Life = TimeSpan.FromMinutes(4);
        CachedTokens tokens = Tokens();
        await tokens.GetTokenAsync(s_connector, CancellationToken.None);
        _clock.Advance(TimeSpan.FromSeconds(119));
        await tokens.GetTokenAsync(s_connector, CancellationToken.None);
        Assert.Equal(1, _login.Asked);

        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("token-2", await EventuallyAsync(tokens, "token-2"));
    }

    private static async Task<string?> EventuallyAsync(CachedTokens tokens, string expected)
    {
        string? token = null;
        for (int i = 0; i < 500 && token != expected; i++)
        {
            token = await tokens.GetTokenAsync(s_connector, CancellationToken.None);
            await Task.Delay(10);
        }

        return token;
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        for (int i = 0; i < 500 && !isSo(); i++)
        {
            await Task.Delay(10);
        }

        // What counted the call has a moment left until its task has ended.
        await Task.Delay(50);
        Assert.True(isSo());
    }

    private CachedTokens Tokens() => new(_login, Options.Create(_options), _clock, NullLogger<CachedTokens>.Instance);

    private sealed class Login(TimeProvider clock) : ITokenSource
    {
        private int _asked;

        public int Asked => Volatile.Read(ref _asked);

        public bool IsDown { get; set; }

        public TimeSpan Life { get; set; } = TimeSpan.FromHours(1);

        public TaskCompletionSource? Gate { get; set; }

        public async Task<IssuedToken> AcquireAsync(CancellationToken ct)
        {
            int number = Interlocked.Increment(ref _asked);
            await (Gate?.Task ?? Task.CompletedTask);
            return IsDown ? throw new HttpRequestException("down") : new IssuedToken($"token-{number}", clock.GetUtcNow() + Life);
        }
    }
}
