using System.Collections.Immutable;
using SupervisorBot.Gateway.Monitoring;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Monitoring;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Supervision.Sessions.Machine;

/// <summary>All that is known of one inspector's session.</summary>
internal sealed record SessionState(Inspector Inspector)
{
    public SessionStatus Status { get; init; } = SessionStatus.SignedOut;

    public DateTimeOffset? SignedInAt { get; init; }

    /// <summary>The gateway's own time of the sign-in: an end of an earlier one is not this one's.</summary>
    public DateTimeOffset? LoginTime { get; init; }

    public DateTimeOffset? LastHeard { get; init; }

    /// <summary>Where the inspector signed in: what nobody asked for is told there.</summary>
    public RequestOrigin? Origin { get; init; }

    /// <summary>The request under way that holds up others: a sign-in or -out, a switch, a stop, a hang-up, a move of the talk, a forcing.</summary>
    public PendingRequest? Pending { get; init; }

    public bool PhoneOffHook { get; init; }

    /// <summary>Whether the phone was off the hook when events may have been lost: it may have been put down since.</summary>
    public bool MayBeOffHook { get; init; }

    /// <summary>The timer after which a phone that may be off the hook, and has not rung, is.</summary>
    public long PhoneTimer { get; init; }

    public MonitoringState? Monitoring { get; init; }

    public TalkState? Talk { get; init; }

    /// <summary>A call that is being left, without anybody waiting for it.</summary>
    public LeavingState? Leaving { get; init; }

    /// <summary>The interception that was confirmed and is not decided yet.</summary>
    public Guid? Active { get; init; }

    /// <summary>The latest interception whose outcome could not be told: a talk that begins late still settles it.</summary>
    public Guid? Unsettled { get; init; }

    public ImmutableDictionary<Guid, InterceptionRecord> Interceptions { get; init; } = ImmutableDictionary<Guid, InterceptionRecord>.Empty;

    /// <summary>The latest requests and their receipts, so that a redelivered one does nothing twice.</summary>
    public ImmutableList<AnsweredRequest> Answered { get; init; } = [];

    /// <summary>The number of the latest step; each step that waits for something has its own.</summary>
    public long LastToken { get; init; }

    /// <summary>Whether a password is configured: the bot can sign the inspector in without them.</summary>
    public bool HasPassword { get; init; }

    /// <summary>Whether a password that was typed on the page is kept for signing in again.</summary>
    public bool KeepsPassword { get; init; }

    /// <summary>The sign-in over the bot's own page, from its link to its code.</summary>
    public PageSignIn? Page { get; init; }

    /// <summary>The phone of the directory; one that was typed on the page is the inspector's until the session ends.</summary>
    public string DirectoryPhone { get; init; } = Inspector.PhoneNumber;

    /// <summary>The reading of one's own state that is under way; it is not stored.</summary>
    public Recheck? Recheck { get; init; }

    /// <summary>Set where an event may have been lost: one's own state is read as soon as the gateway answers again.</summary>
    public bool IsRecheckDue { get; init; }

    /// <summary>When one's own state was last asked for; it is not stored.</summary>
    public DateTimeOffset RecheckedAt { get; init; }

    /// <summary>How often in a row it was asked for and not told.</summary>
    public int RecheckFailures { get; init; }

    /// <summary>The timer after which one's own state is read once more.</summary>
    public long RecheckTimer { get; init; }

    /// <summary>Whether anything goes on that an event could end or begin.</summary>
    public bool IsWatched => Monitoring is not null || Talk is not null || Active is not null || Unsettled is not null;

    public bool IsSignedIn => Status == SessionStatus.SignedIn;
}

/// <summary>A reading of one's own state.</summary>
/// <param name="Token">Its number.</param>
/// <param name="Since">When it began: what changed later is not judged by it.</param>
/// <param name="WorkNo">The agent whose calls are read too.</param>
/// <param name="IsOutdated">Whether a talk or a monitoring has ended since it began: it may still be shown.</param>
internal sealed record Recheck(long Token, DateTimeOffset Since, int? WorkNo, bool IsOutdated = false);

/// <summary>A request under way.</summary>
internal sealed record PendingRequest(SupervisionRequest Request, long Token, bool Accepted = false)
{
    /// <summary>Whether the gateway has answered, or never will.</summary>
    public bool IsAnswered { get; init; }
}

/// <summary>A request and what was said to it.</summary>
internal sealed record AnsweredRequest(string RequestId, Receipt Receipt);

/// <summary>A monitoring, who waits for it, and where it is told.</summary>
internal sealed record MonitoringState(MonitoringView View, RequestOrigin Origin, long Token, Guid? ForInterception = null)
{
    /// <summary>Whether another activation began it, so that the phone's events up to now may have been lost; it is not stored.</summary>
    public bool IsTakenOver { get; init; }
}

/// <summary>A call that is being left: asked again until the gateway has answered, and until no listen can still be on its way.</summary>
/// <param name="WorkNo">The agent whose call it is.</param>
/// <param name="Mode">How the inspector takes, or may yet take, part.</param>
/// <param name="Until">How long a listen that was asked before may still arrive.</param>
/// <param name="Token">The step that is waited for.</param>
/// <param name="Tries">How often it was asked without an answer.</param>
internal sealed record LeavingState(int WorkNo, MonitoringMode Mode, DateTimeOffset Until, long Token = 0, int Tries = 0);

/// <summary>A talk, where it is told, and what is known of its end.</summary>
internal sealed record TalkState(TalkView View, RequestOrigin Origin, TalkChange? EndSeen = null, long SettleToken = 0);
