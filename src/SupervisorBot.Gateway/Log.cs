using Microsoft.Extensions.Logging;
using SupervisorBot.Gateway.Results;

namespace SupervisorBot.Gateway;

/// <summary>Everything that this project logs. No Guid, password, customer number or body is ever an argument.</summary>
internal static partial class Log
{
    [LoggerMessage(2001, LogLevel.Debug, "{Operation} of agent {AgentId} succeeded in {Milliseconds:F1} ms")]
    public static partial void Succeeded(ILogger logger, string operation, int agentId, double milliseconds);

    [LoggerMessage(2002, LogLevel.Information, "{Operation} of agent {AgentId} was refused with {RetCode} after {Milliseconds:F1} ms")]
    public static partial void Refused(ILogger logger, string operation, int agentId, string retCode, double milliseconds);

    [LoggerMessage(2003, LogLevel.Warning, "{Operation} of agent {AgentId} did not reach the gateway ({Fault}) after {Milliseconds:F1} ms")]
    public static partial void Unreachable(ILogger logger, string operation, int agentId, GatewayFault fault, double milliseconds);

    [LoggerMessage(2004, LogLevel.Warning, "{Operation} of agent {AgentId} was sent and its outcome is unknown ({Fault}) after {Milliseconds:F1} ms")]
    public static partial void Unknown(ILogger logger, string operation, int agentId, GatewayFault fault, double milliseconds);

    [LoggerMessage(2005, LogLevel.Information, "The roster is read from {Source}")]
    public static partial void RosterSourceChosen(ILogger logger, Agents.RosterSource source);

    [LoggerMessage(2006, LogLevel.Error, "What listens to changed credentials failed")]
    public static partial void ListenerFailed(ILogger logger, Exception exception);

    [LoggerMessage(2007, LogLevel.Warning, "Nothing is sent to {Node} for a moment: it failed several times in a row")]
    public static partial void CircuitOpened(ILogger logger, string node);

    [LoggerMessage(2008, LogLevel.Information, "{Node} answers again")]
    public static partial void CircuitClosed(ILogger logger, string node);

    [LoggerMessage(2009, LogLevel.Warning, "The session of agent {AgentId} has gone over to {Node}")]
    public static partial void Moved(ILogger logger, int agentId, string node);

    /// <summary>Told at a low level: that the circuit opened has been told, and every session runs into it.</summary>
    [LoggerMessage(2010, LogLevel.Debug, "{Operation} of agent {AgentId} was not tried: the gateway failed several times in a row")]
    public static partial void NotTried(ILogger logger, string operation, int agentId);
}
