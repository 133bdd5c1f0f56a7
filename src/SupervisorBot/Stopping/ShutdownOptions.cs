using System.ComponentModel.DataAnnotations;

namespace SupervisorBot.Stopping;

/// <summary>How the bot ends when it is told to (SIGTERM, Ctrl+C), from the configuration section <c>Shutdown</c>.</summary>
internal sealed class ShutdownOptions
{
    public const string Section = "Shutdown";

    /// <summary>
    /// How long <c>GET /healthz/ready</c> says no before the messages endpoint refuses turns (503), so that a load balancer can notice. It is part of
    /// <c>Shutdown:Limit</c>. Default 0; 0 to 10 seconds.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:10")]
    public TimeSpan Notice { get; set; }

    /// <summary>
    /// How long the bot may take to finish its turns and to hand over its sessions; then everything is cut short. A second later the process ends,
    /// whatever still hangs, which loses nothing: what is stored is taken up by the next start or by another node. Default 18 seconds; 1 second to 5 minutes.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan Limit { get; set; } = TimeSpan.FromSeconds(18);
}
