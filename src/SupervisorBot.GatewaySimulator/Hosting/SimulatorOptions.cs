using System.ComponentModel.DataAnnotations;

namespace SupervisorBot.GatewaySimulator;

/// <summary>How the simulated gateway behaves. Bound from the configuration section <c>Simulator</c> by the executable.</summary>
public sealed class SimulatorOptions
{
    /// <summary>The HTTPS port of the gateway interface; 0 takes a free one. Default 8043, the gateway's own default (CEC API reference cec_07_0437).</summary>
    [Range(0, 65535)]
    public int Port { get; set; } = 8043;

    /// <summary>
    /// The HTTPS port of a second node over the same contact centre; 0 takes a free one. None by default. With it each node's name is in the Guids
    /// of those who signed in there.
    /// </summary>
    [Range(0, 65535)]
    public int? SecondPort { get; set; }

    /// <summary>The HTTP port of the admin endpoints, on loopback only; 0 takes a free one. Default 8044.</summary>
    [Range(0, 65535)]
    public int AdminPort { get; set; } = 8044;

    /// <summary>The IP address that the gateway interface listens on. Default 127.0.0.1.</summary>
    [Required]
    public string ListenAddress { get; set; } = "127.0.0.1";

    /// <summary>What comes before every operation's path. Default <c>/agentgateway/resource</c>.</summary>
    [Required]
    public string PathPrefix { get; set; } = "/agentgateway/resource";

    /// <summary>A file to write the certificate of this run to (PEM); none by default. The executable writes to the temporary folder.</summary>
    public string? CertificateFile { get; set; }

    /// <summary>The gateway's AUTHMODE: 1 keeps the Guid of the sign-in, 2 (the default) renews it and delivers the new one with a poll's answer, in push mode with a handshake's (cec_07_0005, cec_07_1204).</summary>
    [Range(1, 2)]
    public int AuthMode { get; set; } = 2;

    /// <summary>The gateway's GUIDINTERVAL: how often a Guid is renewed under AUTHMODE 2. Default 60 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "1.00:00:00")]
    public TimeSpan GuidInterval { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The gateway's GUIDTIMEOUT: how long a renewed Guid's predecessor stays valid. Default 120 s; must exceed <see cref="GuidInterval"/>.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "1.00:00:00")]
    public TimeSpan GuidTimeout { get; set; } = TimeSpan.FromSeconds(120);

    /// <summary>How long after a node's death the other one answers 105-002 to those who were signed in there. Default zero: it serves them at once.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan SwitchOverTime { get; set; } = TimeSpan.Zero;

    /// <summary>How long a poll waits for an event before it answers without one. Default 10 s (cec_07_1274).</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan PollWait { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a signed-in agent may go without a poll, or a handshake in push mode, before being signed out. Default 2 minutes (cec_07_1202).</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "1.00:00:00")]
    public TimeSpan SignOutAfterNoPoll { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>The header that carries the service token of a sign-in to its callback; empty: it is not carried. The documents leave it open. Default <c>service_token</c>.</summary>
    public string PushTokenHeader { get; set; } = "service_token";

    /// <summary>How often an event is pushed at most before it is lost. Default 3.</summary>
    [Range(1, 100)]
    public int PushAttempts { get; set; } = 3;

    /// <summary>How long after a failed push the next attempt is made. Default 200 ms.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:10:00")]
    public TimeSpan PushRetryDelay { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>How long a push waits for its answer. Default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:10:00")]
    public TimeSpan PushTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>A PEM file with the CA that callbacks over HTTPS are trusted by; none by default, which means the machine's.</summary>
    public string? PushTrustedCertificates { get; set; }

    /// <summary>How long an inspector's phone rings before it is picked up. Default 1 s; zero picks up at once.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan PhonePickupDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a phone that nobody picks up rings before the platform gives up. Default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan PhoneRingTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long after an accepted intercept AgentEvent_Talking comes. Default 500 ms; zero means at once.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan TalkingDelay { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>The seed of the living contact centre: the same seed gives the same calls. Default 1.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>How many agents the inspectors' own VCC has, work numbers from 2001 up. Default 24.</summary>
    [Range(0, 5000)]
    public int AgentCount { get; set; } = 24;

    /// <summary>How many agents another VCC has, work numbers from 9001 up; an inspector has no right over them. Default 2.</summary>
    [Range(0, 900)]
    public int OtherVccAgentCount { get; set; } = 2;

    /// <summary>Whether calls begin, hold and end by themselves. Default true; tests switch it off and script the calls.</summary>
    public bool AutonomousLife { get; set; } = true;

    /// <summary>The shortest call of the living contact centre. Default 90 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan CallLengthMin { get; set; } = TimeSpan.FromSeconds(90);

    /// <summary>The longest call of the living contact centre. Default 6 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan CallLengthMax { get; set; } = TimeSpan.FromMinutes(6);

    /// <summary>The shortest pause of an agent between two calls. Default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "1.00:00:00")]
    public TimeSpan PauseMin { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest pause of an agent between two calls. Default 60 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "1.00:00:00")]
    public TimeSpan PauseMax { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>How likely a call of the living contact centre is put on hold once, 0 to 1. Default 0.2.</summary>
    [Range(0.0, 1.0)]
    public double HoldChance { get; set; } = 0.2;

    /// <summary>How long such a hold lasts. Default 15 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "01:00:00")]
    public TimeSpan HoldLength { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Whether a request without the Content-Type header is refused (000-006). Default false: it is recorded as a violation only.</summary>
    public bool RequireContentType { get; set; }

    /// <summary>
    /// The names of the gateway's nodes: the suffixes of the Guids. Behind one address they are given out in turn. Empty (the default) means
    /// <c>AgentGateway0</c>, and <c>AgentGateway1</c> for a second node.
    /// </summary>
    public IList<string> NodeNames { get; init; } = [];

    /// <summary>Whether a sign-in's answer sets a load balancer's cookie. Default false.</summary>
    public bool LoadBalancerCookie { get; set; }

    /// <summary>Whether a request without that cookie is refused (100-006, as a node that does not know the agent would). Default false: a violation only.</summary>
    public bool RequireLoadBalancerCookie { get; set; }

    /// <summary>Whether <c>allagentstatus</c> is served, as older gateways do. Default true.</summary>
    public bool ServeAllAgentStatus { get; set; } = true;

    /// <summary>Whether <c>onlineagentonvdn</c> is served. Default true.</summary>
    public bool ServeOnlineAgentOnVdn { get; set; } = true;

    /// <summary>Whether what is not served answers HTTP 404 beside result code 210-001 (the default) or HTTP 200 with that code.</summary>
    public bool UnservedAnswersHttp404 { get; set; } = true;

    /// <summary>Whether a call gets a new id when it is intercepted. Default false: it keeps its id. The documents leave it open.</summary>
    public bool NewCallIdAfterIntercept { get; set; }

    /// <summary>Whether calls are recorded (AgentMediaEvent_Record after AgentEvent_Talking). Default true.</summary>
    public bool RecordCalls { get; set; } = true;

    /// <summary>
    /// Whether an inspector stays attached to an agent whose call has ended. Default false: the monitoring ends with the call
    /// (AgentOther_PhoneRelease, AgentState_Ready), because the documents make a live talk the condition of monitoring.
    /// </summary>
    public bool KeepMonitoringAfterCall { get; set; }

    /// <summary>Whether a call on hold can be intercepted. Default true: its customer is still in a session with the agent. False answers 900-003.</summary>
    public bool InterceptHeldCalls { get; set; } = true;

    /// <summary>
    /// What becomes of busy, idle or rest forced upon an agent in a call. Default true: it takes the place of the state after the call. False answers 900-003. The documents leave it open.
    /// </summary>
    public bool ForceWaitsForCall { get; set; } = true;

    /// <summary>The setting "Support QC on QC Inspectors": whether one inspector may monitor another. Default false (900-002).</summary>
    public bool InspectInspectors { get; set; }

    /// <summary>How many wrong passwords in a row lock an account (110-016). Default 5.</summary>
    [Range(1, 100)]
    public int LockAfterFailures { get; set; } = 5;

    /// <summary>How long a locked account stays locked. Default 15 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00")]
    public TimeSpan LockDuration { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>The password of every inspector without one of their own. Default <c>Inspect-2025</c>.</summary>
    [Required]
    public string InspectorPassword { get; set; } = "Inspect-2025";

    /// <summary>The password of every agent. Default <c>Agent-2025</c>.</summary>
    [Required]
    public string AgentPassword { get; set; } = "Agent-2025";

    /// <summary>The inspectors. Empty (the default) means 1001 Alex Wilber, 1002 Megan Bowen and 1003 Diego Siciliani.</summary>
    public IList<SimulatedInspector> Inspectors { get; init; } = [];

    /// <summary>How many requests the record keeps, the oldest going first. Default 20,000.</summary>
    [Range(1, 1_000_000)]
    public int RequestLogCapacity { get; set; } = 20_000;

    /// <summary>Whether the record keeps polls too (the default). False counts them only: for many agents polled for long.</summary>
    public bool RecordPolls { get; set; } = true;

    /// <summary>How many intercepts the record of intercepts keeps, the oldest going first. Default 100,000.</summary>
    [Range(1, 10_000_000)]
    public int InterceptLogCapacity { get; set; } = 100_000;

    /// <summary>How many of each agent's latest polls the statistics of polls keep with their times. Default 20.</summary>
    [Range(0, 10_000)]
    public int PollHistory { get; set; } = 20;

    /// <summary>How many events the journal keeps, and how many pushes are recorded, the oldest going first. Default 20,000.</summary>
    [Range(1, 1_000_000)]
    public int EventLogCapacity { get; set; } = 20_000;
}
