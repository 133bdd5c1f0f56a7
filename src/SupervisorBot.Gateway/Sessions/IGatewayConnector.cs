namespace SupervisorBot.Gateway.Sessions;

/// <summary>Opens sessions with the configured gateway. One for the process; safe for threads.</summary>
public interface IGatewayConnector
{
    /// <summary>Opens a session for an inspector. Nothing is sent.</summary>
    /// <param name="agentId">The inspector's agent id, 101 to 999999.</param>
    /// <returns>A session without a Guid: sign in, or import credentials.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The agent id is out of range.</exception>
    GatewaySession Open(int agentId);
}
