namespace SupervisorBot.ConnectorSimulator.Identity;

/// <summary>One request for a token as the login service received it.</summary>
/// <param name="Path">The path, which holds the tenant; for a managed identity path and query.</param>
/// <param name="Form">What was sent: the fields of the form, or those of the query for a managed identity.</param>
/// <param name="Token">The token that was given; null where none was.</param>
public sealed record TokenRequest(string Path, IReadOnlyDictionary<string, string> Form, string? Token);
