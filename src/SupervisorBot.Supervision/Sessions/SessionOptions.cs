using System.ComponentModel.DataAnnotations;

namespace SupervisorBot.Supervision.Sessions;

/// <summary>Limits of an inspector's session at the gateway (section <c>Session</c>).</summary>
public sealed class SessionOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Session";

    /// <summary>
    /// How long the reading of events may fail before the session counts as lost. The gateway signs an agent out after two minutes without a poll
    /// (CEC API reference cec_07_1202). Default 2 minutes; 10 seconds to 10 minutes.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:10", "00:10:00")]
    public TimeSpan SilenceLimit { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// How many answers "no right" (000-003) in a row the reading of events takes before the session counts as lost: a Guid that has lapsed answers so,
    /// a single one may be a renewal crossing the poll. Default 5; 1 to 100.
    /// </summary>
    [Range(1, 100)]
    public int NoRightLimit { get; set; } = 5;

    /// <summary>The longest pause between two polls when the gateway does not answer. Default 5 seconds; 500 milliseconds to 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.500", "00:00:30")]
    public TimeSpan PollBackOffMaximum { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long the inspector's phone may ring before a listen, insert or whisper is given up. Default 30 seconds; 1 second to 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan PhonePickupTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long to wait, after the gateway accepted a stop or a hang-up, for the release of the inspector's phone; and after a hold or its end, for the event that tells of it. Default 5 seconds; 100 milliseconds to 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan StopTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long a transfer may take, after the gateway accepted it, until the talk is the other's: the other's phone rings meanwhile. Then the gateway's state is
    /// read, and tells. Default 30 seconds; 1 second to 5 minutes.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan TransferTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long to collect the events of a call's end before telling who hung up, when the phone's release does not come. Default 1 second; 0 to 10 seconds.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:10")]
    public TimeSpan EndOfTalkSettling { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Whether the bot signs an inspector in again, with the configured password and never by force, when the session at the gateway was lost without
    /// anybody's wish. The inspector is told either way. Default false.
    /// </summary>
    public bool SignInAgain { get; set; }

    /// <summary>
    /// Whether the gateway is asked at each sign-in to tell of agents' sign-ins and sign-outs (<c>listenStatus</c>), for alerts. Without it they are seen in
    /// the list of agents alone. Default true.
    /// </summary>
    public bool ObserveSignIns { get; set; } = true;

    /// <summary>How many requests of one inspector may wait for their turn; more are refused. Default 200; 10 to 10,000.</summary>
    [Range(10, 10_000)]
    public int WaitingRequestsMaximum { get; set; } = 200;

    /// <summary>
    /// How long a request of an inspector may wait for its turn and for its storing; one that is older is refused and does nothing any more. A little less
    /// than the channel waits for the answer to a press (<c>BotFramework:InvokeLimit</c>). Default 7 seconds; 1 second to 1 minute.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(7);

    /// <summary>
    /// How often a node looks for sessions that nobody looks after, such as those of a node that died, and gives up those that another node has taken over.
    /// Default 2 seconds; 200 milliseconds to 30 seconds.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.200", "00:00:30")]
    public TimeSpan KeeperInterval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a stopping bot waits for an interception that is under way to be decided. Default 5 seconds; 0 to 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:30")]
    public TimeSpan DecideOnStopTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Whether inspectors who are not in a call are signed out when the bot stops. Otherwise they stay signed in for the next start, or for another node.
    /// Default false.
    /// </summary>
    public bool SignOutOnStop { get; set; }

    /// <summary>How long a stopping bot waits for one inspector's sign-out. Default 3 seconds; 0 to 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:30")]
    public TimeSpan SignOutOnStopTimeout { get; set; } = TimeSpan.FromSeconds(3);
}
