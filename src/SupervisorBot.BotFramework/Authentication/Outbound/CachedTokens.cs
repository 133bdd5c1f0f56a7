using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupervisorBot.BotFramework.Authentication.Clouds;

namespace SupervisorBot.BotFramework.Authentication.Outbound;

/// <summary>
/// Keeps the bot's token, gets a new one in the background while the old one is still valid, and asks the login service for one at a time. It keeps the token itself,
/// rather than leave that to MSAL, so that it can be renewed early and replaced when the connector refuses it.
/// </summary>
internal sealed class CachedTokens(ITokenSource source, IOptions<ChannelTokenOptions> options, TimeProvider time, ILogger<CachedTokens> logger) : IOutboundTokenProvider
{
    // A token that ends while the call is under way is of no use.
    private static readonly TimeSpan s_leastLeft = TimeSpan.FromSeconds(30);

    private readonly ChannelTokenOptions _options = options.Value;
    private readonly Lock _gate = new();
    private Held? _held;
    private Task<Held>? _acquiring;
    private Failure? _failure;
    private long? _askedAt;
    private long? _replacedAt;

    public async ValueTask<string?> GetTokenAsync(Uri serviceUrl, CancellationToken ct)
    {
        Task<Held> acquiring;
        lock (_gate)
        {
            DateTimeOffset now = time.GetUtcNow();
            if (_held is { } held && held.Token.ExpiresAt - now > s_leastLeft)
            {
                if (now >= held.RenewAt && !IsWithin(_askedAt, _options.TokenRetryInterval))
                {
                    Observe(AcquireOnce());
                }

                return held.Token.Text;
            }

            ThrowIfJustFailed();
            acquiring = AcquireOnce();
        }

        return (await acquiring.WaitAsync(ct)).Token.Text;
    }

    public async ValueTask<string?> ReplaceTokenAsync(Uri serviceUrl, string refused, CancellationToken ct)
    {
        Task<Held> acquiring;
        lock (_gate)
        {
            if (_held is { } held && held.Token.Text != refused)
            {
                return held.Token.Text;
            }

            if (_acquiring is null)
            {
                if (IsWithin(_replacedAt, _options.RefusedTokenInterval))
                {
                    return null;
                }

                ThrowIfJustFailed();
                _replacedAt = time.GetTimestamp();
                logger.TokenRefused();
            }

            acquiring = AcquireOnce();
        }

        string text = (await acquiring.WaitAsync(ct)).Token.Text;
        return text == refused ? null : text;
    }

    private Task<Held> AcquireOnce()
    {
        if (_acquiring is { } underWay)
        {
            return underWay;
        }

        _askedAt = time.GetTimestamp();
        // Away from the caller's thread: it must be kept in _acquiring before it can end. No caller's giving up ends it for the others.
        Task<Held> acquiring = Task.Run(AcquireAsync);
        _acquiring = acquiring;
        return acquiring;
    }

    private async Task<Held> AcquireAsync()
    {
        using CancellationTokenSource limit = new(_options.TokenLimit, time);
        try
        {
            IssuedToken token = await source.AcquireAsync(limit.Token).WaitAsync(limit.Token);
            Held held = new(token, RenewAt(token));
            lock (_gate)
            {
                (_held, _failure, _acquiring) = (held, null, null);
            }

            logger.TokenAcquired(token.ExpiresAt);
            return held;
        }
#pragma warning disable CA1031 // What went wrong is told by its code alone; MSAL's words stay out of logs.
        catch (Exception e)
#pragma warning restore CA1031
        {
            string code = LoginFailure.CodeOf(e);
            lock (_gate)
            {
                (_failure, _acquiring) = (new Failure(code, time.GetTimestamp()), null);
            }

            logger.TokenNotAcquired(code);
            throw new NoTokenException(code);
        }
    }

    private DateTimeOffset RenewAt(IssuedToken token)
    {
        TimeSpan life = token.ExpiresAt - time.GetUtcNow();
        return token.ExpiresAt - (_options.TokenRenewal < life / 2 ? _options.TokenRenewal : life / 2);
    }

    // While the login service is down, it is not asked for each message that waits.
    private void ThrowIfJustFailed()
    {
        if (_acquiring is null && _failure is { } failure && IsWithin(failure.At, _options.TokenRetryInterval))
        {
            throw new NoTokenException(failure.Code);
        }
    }

    private bool IsWithin(long? moment, TimeSpan span) => moment is { } at && time.GetElapsedTime(at) < span;

    private static void Observe(Task task) =>
        _ = task.ContinueWith(static t => _ = t.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);

    private sealed record Failure(string Code, long At);

    private sealed class Held(IssuedToken token, DateTimeOffset renewAt)
    {
        public IssuedToken Token => token;

        public DateTimeOffset RenewAt => renewAt;
    }
}
