namespace SupervisorBot.Gateway.Http;

/// <summary>What goes with one call through the handlers, and what they learn about it.</summary>
internal sealed class GatewayCall(string operation, CallKind kind, bool isUrgent = false)
{
    /// <summary>The name under which it travels in the request's options.</summary>
    public const string PropertyName = "SupervisorBot.Gateway.Call";

    /// <summary>The key of the same.</summary>
    public static readonly HttpRequestOptionsKey<GatewayCall> Key = new(PropertyName);

    /// <summary>The operation's name in the gateway's own logs.</summary>
    public string Operation => operation;

    public CallKind Kind => kind;

    /// <summary>An inspector at work waits for it: it goes in before ordinary requests when there are too many.</summary>
    public bool IsUrgent => isUrgent;

    /// <summary>A sign-in carries neither Guid nor cookies, and its Guid replaces whatever there was.</summary>
    public bool IsSignIn => kind == CallKind.SignIn;

    /// <summary>
    /// Asked at the last moment before the request leaves, whatever held it up until then; where it says no, the request does not leave. Null: it may.
    /// </summary>
    public Func<bool>? MayLeave { get; init; }

    /// <summary>Passed when the call's own limit is, as distinct from its caller's wish.</summary>
    public CancellationToken Limit { get; set; }

    /// <summary>The count of Guids under which it was sent; the answer to an older one replaces nothing.</summary>
    public int Generation { get; set; }

    /// <summary>The cookie jar that it was sent with, and into which its answer puts its cookies.</summary>
    public System.Net.CookieContainer? Cookies { get; set; }

    /// <summary>Path and query after the base address.</summary>
    public string? Target { get; set; }

    /// <summary>The number of the base address that it goes to.</summary>
    public int Address { get; set; }

    /// <summary>True when that is another one than the session is with: a trial, whose answer decides whether the session goes over to it.</summary>
    public bool IsTrial { get; set; }

    /// <summary>The Guid that the answer to a sign-in or a trial brought; it counts once that is known to have succeeded.</summary>
    public string? FreshGuid { get; set; }

    /// <summary>True from the moment at which the request was handed to a connection: from there on its outcome can be unknown.</summary>
    public bool Sent { get; set; }
}
