namespace SupervisorBot.GatewaySimulator;

/// <summary>A live call as seen at one moment.</summary>
/// <param name="CallId">The call's id.</param>
/// <param name="WorkNo">The work number of whoever talks with the customer.</param>
/// <param name="CustomerNumber">The customer's number. The customers are made up.</param>
/// <param name="Direction">Who called whom.</param>
/// <param name="BeganAt">When it was answered.</param>
/// <param name="OnHold">Whether the customer is on hold.</param>
/// <param name="Muted">Whether the talker is muted.</param>
/// <param name="TakenFrom">The work number of the agent it was taken from, if it was intercepted.</param>
public sealed record CallView(
    string CallId,
    int WorkNo,
    string CustomerNumber,
    CallDirection Direction,
    DateTimeOffset BeganAt,
    bool OnHold,
    bool Muted,
    int? TakenFrom);
