using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using SupervisorBot.BotFramework.Channel;
using SupervisorBot.BotFramework.Turns;

namespace SupervisorBot.BotFramework.Schema;

/// <summary>The generated JSON contracts of everything that travels between the channel and the bot. Use it through <see cref="ActivityJson"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(ConversationReference))]
[JsonSerializable(typeof(ExpectedReplies))]
[JsonSerializable(typeof(ConversationParameters))]
[JsonSerializable(typeof(ConversationCreated))]
[JsonSerializable(typeof(MembersPage))]
[JsonSerializable(typeof(ResourceCreated))]
[JsonSerializable(typeof(ErrorAnswer))]
[JsonSerializable(typeof(JsonNode))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class ActivityJsonContext : JsonSerializerContext;
