namespace SupervisorBot.BotFramework.Authentication.Outbound;

/// <summary>Gets a new token for the connector, each time it is asked.</summary>
internal interface ITokenSource
{
    /// <summary>Asks for a token. Throws whatever kept it from getting one.</summary>
    Task<IssuedToken> AcquireAsync(CancellationToken ct);
}
