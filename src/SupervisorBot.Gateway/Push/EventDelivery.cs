namespace SupervisorBot.Gateway.Push;

/// <summary>How the gateway's events come.</summary>
public enum EventDelivery
{
    /// <summary>The bot asks for them, one long poll after the other (CEC API reference cec_07_1274).</summary>
    Polling,

    /// <summary>The gateway sends them to a callback of the bot, which shows by handshakes that it is there (cec_07_1275, cec_07_1204).</summary>
    Push,
}
