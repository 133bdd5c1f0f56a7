using System.Text.Json.Nodes;
using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.BotFramework.Turns;

/// <summary>The body of an answer under <c>expectReplies</c>; <paramref name="Body"/> carries the answer of an invoke.</summary>
internal sealed record ExpectedReplies(IReadOnlyList<Activity> Activities, JsonNode? Body = null);
