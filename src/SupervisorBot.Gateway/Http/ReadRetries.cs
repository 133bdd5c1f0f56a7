using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace SupervisorBot.Gateway.Http;

/// <summary>
/// Repeats a read that failed in transport, its answer's body included, or with HTTP 5xx. The limit of the call, set around it, covers the repetitions.
/// </summary>
internal static class ReadRetries
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);

    public static HttpMessageHandler Around(HttpMessageHandler inner, GatewayOptions options, TimeProvider time)
    {
        if (options.ReadRetries == 0)
        {
            return inner;
        }

        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time };
        var pipeline = builder
            .AddRetry(new HttpRetryStrategyOptions
            {
                MaxRetryAttempts = options.ReadRetries,
                Delay = FirstPause,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = static arguments => ValueTask.FromResult(
                    HttpClientResiliencePredicates.IsTransient(arguments.Outcome) && !WholeAnswers.IsTooLarge(arguments.Outcome.Exception)),
            })
            .Build();
        return new ResilienceHandler(pipeline) { InnerHandler = new WholeAnswers { InnerHandler = inner } };
    }
}
