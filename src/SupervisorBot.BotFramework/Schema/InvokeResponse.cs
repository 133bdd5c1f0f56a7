using System.Text.Json.Nodes;

namespace SupervisorBot.BotFramework.Schema;

/// <summary>The answer to an invoke.</summary>
/// <param name="Status">The HTTP status, 200–599.</param>
/// <param name="Body">
/// The body. Where it is null an empty object is sent, and a card action is answered with an error, as Teams takes no empty answer to one.
/// </param>
public sealed record InvokeResponse(int Status, JsonNode? Body = null);
