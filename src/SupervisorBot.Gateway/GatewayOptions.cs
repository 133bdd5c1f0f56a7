using System.ComponentModel.DataAnnotations;
using SupervisorBot.Gateway.Push;

namespace SupervisorBot.Gateway;

/// <summary>How the CC-Gateway is reached, and the limits of every wait for it.</summary>
public sealed class GatewayOptions
{
    /// <summary>The configuration section: "Gateway".</summary>
    public const string SectionName = "Gateway";

    /// <summary>
    /// The base address, required: https, ending in <c>/agentgateway/resource/</c>. A single node is named by its own address and HTTPS port
    /// (8043 by default), a cluster by the NSLB's address and the port that the NSLB opens for the gateway (8043 by default,
    /// <c>./nslbctl l</c> shows it); the path is the same, and a path in front of it, as a proxy may need, is kept.
    /// </summary>
    [Required]
    public Uri? BaseAddress { get; set; }

    /// <summary>
    /// Where the same contact centre is reached when <see cref="BaseAddress"/> is not, or null (the default) for nowhere: an address of the same
    /// form, such as that of a second gateway or NSLB.
    /// </summary>
    public Uri? BackupBaseAddress { get; set; }

    /// <summary>
    /// A PEM file with the private certificate authorities to trust, or null (the default) for those of the machine. When it is set, those alone
    /// are trusted. The certificate and its host name are verified either way.
    /// </summary>
    public string? TrustedCertificates { get; set; }

    /// <summary>The limit of an ordinary request, retries of a read included. 1 to 60 seconds, 10 by default.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// The limit of an intercept, which is never repeated; a refresh of its Guid just before has the limit of an ordinary request. 1 to
    /// 60 seconds, 15 by default.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan InterceptTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>
    /// The limit of one event poll. It must exceed the time for which the gateway holds an empty poll (10 s). 11 to 120 seconds, 20 by
    /// default.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:11", "00:02:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan PollTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>The limit for making a connection. 0.5 to 30 seconds, 5 by default.</summary>
    [Range(typeof(TimeSpan), "00:00:00.500", "00:00:30", ParseLimitsInInvariantCulture = true)]
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The shortest pause between two polls. 0 to 10 seconds, 200 ms by default (the gateway's documentation asks for 200 to 500 ms).
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:10", ParseLimitsInInvariantCulture = true)]
    public TimeSpan PollPauseMinimum { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// The longest pause between two polls, not under <see cref="PollPauseMinimum"/>. 0 to 10 seconds, 500 ms by default.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:10", ParseLimitsInInvariantCulture = true)]
    public TimeSpan PollPauseMaximum { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// A Guid older than this is refreshed by an agentstatus request just before an intercept. The gateway renews a Guid every minute and
    /// lets one expire after two (GUIDINTERVAL, GUIDTIMEOUT); while events are read the
    /// next one comes some 70 seconds after the last. 5 to 110 seconds, 80 by default.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:01:50", ParseLimitsInInvariantCulture = true)]
    public TimeSpan GuidMaximumAge { get; set; } = TimeSpan.FromSeconds(80);

    /// <summary>
    /// How often a read that failed in transport or with HTTP 5xx is repeated within its limit; one that a gateway refuses because it recovers from
    /// a disaster (105-002 to 105-004) is repeated until the limit. 0 stops both. No act is
    /// ever repeated. 0 to 5, 2 by default.
    /// </summary>
    [Range(0, 5)]
    public int ReadRetries { get; set; } = 2;

    /// <summary>
    /// After how many connections in a row that could not be made a session's reads and polls try <see cref="BackupBaseAddress"/>, or from there the
    /// first address again. 1 to 20, 2 by default.
    /// </summary>
    [Range(1, 20)]
    public int FailoverAfter { get; set; } = 2;

    /// <summary>
    /// After how many requests in a row without an answer, of all sessions together, nothing is sent to an address for a moment. 1 to 1000, 5 by
    /// default.
    /// </summary>
    [Range(1, 1000)]
    public int CircuitFailures { get; set; } = 5;

    /// <summary>The time within which those must have failed. 1 second to 2 minutes, 10 seconds by default.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan CircuitWindow { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// For how long nothing is sent then, before one request tries, and another each such time until one is answered; from half of it to all of it, at
    /// random. 0.1 to 10 seconds, 2 by default.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:00:10", ParseLimitsInInvariantCulture = true)]
    public TimeSpan CircuitOpenTime { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How many requests, polls and handshakes apart, are under way at once from this node of the bot. A quarter of the places is kept for what an
    /// inspector at work waits for, such as an intercept. 2 to 10000, 256 by default.
    /// </summary>
    [Range(2, 10_000)]
    public int MaximumConcurrentRequests { get; set; } = 256;

    /// <summary>
    /// How many polls and handshakes are under way at once from this node of the bot. It must exceed the number of inspectors who are signed in there: each
    /// polls all the time, and the gateway signs out who does not for two minutes. 1 to 100000, 20000 by default.
    /// </summary>
    [Range(1, 100_000)]
    public int MaximumConcurrentPolls { get; set; } = 20_000;

    /// <summary>
    /// How many requests may wait for a place, in each lane (polls, urgent, others); what comes beyond is not sent. 0 to 100000, 1024 by default.
    /// </summary>
    [Range(0, 100_000)]
    public int MaximumWaitingRequests { get; set; } = 1024;

    /// <summary>How long a request waits for a place before it is given up unsent. 0 to 30 seconds, 2 by default.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:30", ParseLimitsInInvariantCulture = true)]
    public TimeSpan MaximumRequestWait { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How many requests for single agents a roster without a list interface makes at once. 1 to 32, 4 by default.</summary>
    [Range(1, 32)]
    public int RosterConcurrency { get; set; } = 4;

    /// <summary>
    /// The skills to be signed in to after a sign-in: skill ids, or the single entry "all" for all that are configured for the work
    /// number. None by default, so that an inspector is not routed ordinary calls. Together at most 100 characters.
    /// </summary>
    public IReadOnlyList<string> ResetSkills { get; set; } = [];

    /// <summary>
    /// How events come: Polling (the default), for which the bot asks the gateway, or Push, for which the gateway must reach the bot at
    /// <see cref="CallbackBaseAddress"/>.
    /// </summary>
    public EventDelivery EventDelivery { get; set; } = EventDelivery.Polling;

    /// <summary>
    /// The public address of this bot for the gateway's pushes, needed with EventDelivery=Push, else null (the default): https, short enough for
    /// the callbacks under it to keep to 200 characters.
    /// </summary>
    public Uri? CallbackBaseAddress { get; set; }

    /// <summary>
    /// The time between two handshakes of a session whose events are pushed; the gateway signs out who sends none for two minutes. 5 to 60 seconds,
    /// 30 by default, as the gateway's documentation asks.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:01:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan HandshakeInterval { get; set; } = TimeSpan.FromSeconds(30);
}
