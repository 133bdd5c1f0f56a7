using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace SupervisorBot.Gateway.Http;

/// <summary>
/// Repeats a read that failed in transport or with HTTP 5xx. The limit of the call, set around it, covers the repetitions.
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
            })
            .Build();
        return new ResilienceHandler(pipeline) { InnerHandler = inner };
    }
}
