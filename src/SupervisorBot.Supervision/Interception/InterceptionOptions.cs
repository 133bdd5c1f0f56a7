using System.ComponentModel.DataAnnotations;

namespace SupervisorBot.Supervision.Interception;

/// <summary>Limits of an interception (section <c>Interception</c>).</summary>
public sealed class InterceptionOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Interception";

    /// <summary>How long a confirmation can be pressed. Default 60 seconds; 5 seconds to 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:10:00")]
    public TimeSpan ConfirmationLifetime { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Whose approval an interception needs: <c>None</c> (default), <c>SecondInspector</c> (another inspector who may intercept the same agent) or
    /// <c>Administrator</c>. A team can ask for more or less (<c>AgentTeams:N:Approval</c>).
    /// </summary>
    public ApprovalRule Approval { get; set; }

    /// <summary>How long an approval is waited for; then the interception counts as refused. Default 2 minutes; 5 seconds to 30 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:30:00")]
    public TimeSpan ApprovalLifetime { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Whether an interception is asked for its reason: <c>NotAsked</c> (default), <c>Optional</c> or <c>Required</c>.</summary>
    public ReasonRule Reason { get; set; }

    /// <summary>The reasons to choose from, each of 200 characters at most and without line breaks; none (default) for a free text.</summary>
    public IReadOnlyList<string> Reasons { get; set; } = [];

    /// <summary>
    /// How long to wait for AgentEvent_Talking, once the intercept is answered or its own limit (<c>Gateway:InterceptTimeout</c>) is over, before the state is
    /// read back. The gateway documents no limit. Default 20 seconds; 1 second to 5 minutes.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan TalkingTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// How long after it was decided an intercept may still leave for the gateway; one that is later (the storage or the gateway's own state did not answer in
    /// time, the process stood still) is not sent any more. Default 5 seconds; 1 second to 1 minute.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan SendDelayLimit { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest time that a call stays claimed for one inspector when its end is never seen. Default 4 hours; 1 minute to 24 hours.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan ClaimLifetime { get; set; } = TimeSpan.FromHours(4);

    /// <summary>How long the outcome of a decided interception is kept for late presses. Default 24 hours; 1 minute to 30 days.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "30.00:00:00")]
    public TimeSpan OutcomeLifetime { get; set; } = TimeSpan.FromHours(24);
}
