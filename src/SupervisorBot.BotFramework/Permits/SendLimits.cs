using Microsoft.Extensions.Options;
using SupervisorBot.BotFramework.Hosting;

namespace SupervisorBot.BotFramework.Permits;

/// <summary>The channel's rates as they are configured (Microsoft Teams, rate limits of bots, October 2026).</summary>
/// <param name="options">The edge's options.</param>
public sealed class SendLimits(IOptions<BotFrameworkEdgeOptions> options)
{
    private readonly BotFrameworkEdgeOptions _options = options.Value;

    /// <summary>The limits of one thread.</summary>
    public IReadOnlyList<RateWindow> OfThread =>
    [
        Window(_options.SendsPerSecond, 1),
        Window(_options.SendsPerTwoSeconds, 2),
        Window(_options.SendsPerHalfMinute, 30),
        Window(_options.SendsPerHour, 3600),
    ];

    /// <summary>The limit of one tenant, for all its threads together.</summary>
    public IReadOnlyList<RateWindow> OfTenant => [Window(_options.TenantSendsPerSecond, 1)];

    // The channel counts when a call arrives: two that left a second apart may arrive a little closer together.
    private RateWindow Window(int count, int seconds) => new(count, TimeSpan.FromSeconds(seconds) + _options.SendRateMargin);
}
