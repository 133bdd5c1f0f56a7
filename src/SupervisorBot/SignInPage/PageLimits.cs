using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace SupervisorBot.SignInPage;

/// <summary>Who may ask how often: each address, and with forms each link.</summary>
internal sealed class PageLimits(IOptions<SignInPageOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _byAddress = PartitionedRateLimiter.Create<HttpContext, string>(context =>
        RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => Window(options.Value.RequestsPerAddress, options.Value)));

    private readonly PartitionedRateLimiter<HttpContext> _byLink = PartitionedRateLimiter.Create<HttpContext, string>(context =>
        RateLimitPartition.GetFixedWindowLimiter(
            (string?)context.Request.RouteValues[SignInPageEndpoint.TokenName] ?? "",
            _ => Window(options.Value.FormsPerLink, options.Value)));

    public bool Allow(HttpContext context) => Take(_byAddress, context) && (!HttpMethods.IsPost(context.Request.Method) || Take(_byLink, context));

    public void Dispose()
    {
        _byAddress.Dispose();
        _byLink.Dispose();
    }

    private static bool Take(PartitionedRateLimiter<HttpContext> limiter, HttpContext context)
    {
        using var lease = limiter.AttemptAcquire(context);
        return lease.IsAcquired;
    }

    private static FixedWindowRateLimiterOptions Window(int permits, SignInPageOptions options) => new() { PermitLimit = permits, Window = options.Window };
}
