namespace SupervisorBot.BotFramework.Authentication.Outbound;

/// <summary>No token could be got. Holds none of the login service's words.</summary>
internal sealed class NoTokenException(string code) : Exception($"No token for the connector: {code}.");
