using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupervisorBot.BotFramework.Hosting;
using SupervisorBot.BotFramework.Permits;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.BotFramework.Telemetry;

namespace SupervisorBot.BotFramework.Channel;

/// <summary>
/// Carries one call to the connector through its tries. Only an answer of 412, 429, 502, 503 or 504 is tried again, as Teams' rate limit
/// guidance has it. A call without an answer never is: it may have had its effect.
/// </summary>
internal sealed class ConnectorCalls(
    ISendPermits permits,
    IOptions<BotFrameworkEdgeOptions> options,
    TimeProvider time,
    IJitter jitter,
    BotFrameworkMetrics metrics,
    ILogger<ConnectorCalls> logger) : IChannelCalls
{
    private readonly BotFrameworkEdgeOptions _options = options.Value;

    /// <summary>How often a call is tried in all.</summary>
    private int Attempts { get; init; } = options.Value.ConnectorAttempts;

    public IChannelCalls Once => new ConnectorCalls(permits, options, time, jitter, metrics, logger) { Attempts = 1 };

    public ValueTask WaitForPermitAsync(ConversationReference conversation, CancellationToken ct) => permits.WaitAsync(conversation, ct);

    public async Task<string> RunAsync(
        string operation, ConversationReference conversation, Func<CancellationToken, Task<ChannelAnswer>> attempt, CancellationToken ct)
    {
        try
        {
            return await RunToTheEndAsync(operation, conversation, attempt, ct);
        }
        catch (ChannelException e)
        {
            metrics.CallFailed(operation, e.Kind.ToString());
            throw;
        }
    }

    private async Task<string> RunToTheEndAsync(
        string operation, ConversationReference conversation, Func<CancellationToken, Task<ChannelAnswer>> attempt, CancellationToken ct)
    {
        long started = time.GetTimestamp();
        for (int tried = 1; ; tried++)
        {
            ChannelAnswer answer = await TryOnceAsync(attempt, Shorter(_options.ConnectorAttemptLimit, _options.ConnectorTotalLimit - time.GetElapsedTime(started)), ct);
            if (answer.IsSuccess)
            {
                return answer.Body;
            }

            TimeSpan delay = DelayAfter(answer, tried);
            bool again = IsPassing(answer.Status) && tried < Attempts
                && time.GetElapsedTime(started) + delay < _options.ConnectorTotalLimit;
            if (!again)
            {
                throw Failure(answer);
            }

            metrics.Retried(answer.Status);
            logger.Retrying(operation, answer.Status, tried + 1, delay);
            await Task.Delay(delay, time, ct);
            // A retry counts like any call.
            await permits.WaitAsync(conversation, ct);
            if (time.GetElapsedTime(started) >= _options.ConnectorTotalLimit)
            {
                throw Failure(answer);
            }
        }
    }

    private async Task<ChannelAnswer> TryOnceAsync(Func<CancellationToken, Task<ChannelAnswer>> attempt, TimeSpan limit, CancellationToken ct)
    {
        using CancellationTokenSource timeout = new(limit, time);
        using CancellationTokenSource both = CancellationTokenSource.CreateLinkedTokenSource(ct, timeout.Token);
        try
        {
            return await attempt(both.Token);
        }
        catch (Exception e) when (!ct.IsCancellationRequested && e is not ChannelException)
        {
            throw new ChannelException(NeverSent(e) ? ChannelFailure.Unreachable : ChannelFailure.AnswerLost, inner: e);
        }
        catch (Exception e) when (ct.IsCancellationRequested && e is not OperationCanceledException)
        {
            throw new OperationCanceledException("The call was given up.", e, ct);
        }
    }

    private static ChannelException Failure(ChannelAnswer answer) =>
        new(KindOf(answer.Status), answer.Status, CodeOf(answer.Body)) { RetryAfter = answer.RetryAfter };

    private TimeSpan DelayAfter(ChannelAnswer answer, int tried)
    {
        TimeSpan chance = _options.ConnectorBackoff * (0.5 * jitter.Next());
        return answer.RetryAfter is { } asked
            ? asked + chance
            : Shorter((_options.ConnectorBackoff * Math.Pow(2, tried - 1)) + (chance * Math.Pow(2, tried - 1)), _options.ConnectorTotalLimit);
    }

    private static bool IsPassing(int status) => status is 412 or 429 or 502 or 503 or 504;

    private static ChannelFailure KindOf(int status) => status switch
    {
        401 => ChannelFailure.Unauthorized,
        403 => ChannelFailure.Forbidden,
        404 => ChannelFailure.NotFound,
        413 => ChannelFailure.TooLarge,
        429 => ChannelFailure.Throttled,
        412 or 502 or 503 or 504 => ChannelFailure.Unavailable,
        501 or (>= 400 and < 500) => ChannelFailure.Rejected,
        _ => ChannelFailure.Failed,
    };

    private static string? CodeOf(string body)
    {
        try
        {
            // A code is one word; anything else is not put into logs.
            return JsonSerializer.Deserialize(body, ActivityJson.Context.ErrorAnswer)?.Error?.Code is { Length: > 0 and <= 100 } code
                && code.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.')
                    ? code
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Refit may wrap what the handler threw.
    private static bool NeverSent(Exception e)
    {
        for (Exception? cause = e; cause is not null; cause = cause.InnerException)
        {
            if (cause is HttpRequestException
                {
                    HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
                    or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError
                })
            {
                return true;
            }
        }

        return false;
    }

    private static TimeSpan Shorter(TimeSpan a, TimeSpan b) => a < b ? a : b > TimeSpan.Zero ? b : TimeSpan.FromMilliseconds(1);
}
