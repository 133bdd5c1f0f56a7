namespace SupervisorBot.Gateway.Results;

/// <summary>
/// What went wrong with the transport of a request. For logs and metrics; the outcome itself is told by <see cref="GatewayFailure"/>.
/// </summary>
public enum GatewayFault
{
    /// <summary>The gateway's name could not be resolved.</summary>
    NameResolution,

    /// <summary>
    /// No connection could be made (refused, unreachable, or not within the limit), or it was lost before anything was sent.
    /// </summary>
    Connection,

    /// <summary>The TLS handshake failed, most often because the certificate is not trusted or names another host.</summary>
    SecureConnection,

    /// <summary>A proxy or the gateway's web server turned the request away (HTTP 3xx or 4xx) without a readable envelope.</summary>
    RejectedByServer,

    /// <summary>The limit for the request passed before it left this machine.</summary>
    TimeoutBeforeSending,

    /// <summary>The request was sent and no whole answer came within the limit.</summary>
    Timeout,

    /// <summary>The request was sent and the connection was closed or broke before a whole answer came.</summary>
    Dropped,

    /// <summary>The server answered with HTTP 5xx.</summary>
    ServerError,

    /// <summary>An answer came whose body is no envelope that can be read, or whose result lacks what was asked for.</summary>
    UnreadableAnswer,

    /// <summary>A sign-in was accepted, but its answer carried no Guid, so nothing can follow it.</summary>
    MissingGuid,

    /// <summary>The Guid was too old and could not be refreshed, so the request itself was not sent.</summary>
    GuidNotRefreshed,

    /// <summary>
    /// The gateway's node had failed several times in a row just before, so for a moment nothing is tried: the request was not sent.
    /// </summary>
    CircuitOpen,

    /// <summary>Too many requests were under way or waiting: the request was not sent.</summary>
    Busy,
}
