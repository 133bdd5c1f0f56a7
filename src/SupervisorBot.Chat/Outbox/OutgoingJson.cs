using System.Text.Json.Serialization;

namespace SupervisorBot.Chat.Outbox;

/// <summary>The stored form of an <see cref="OutgoingMessage"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(OutgoingMessage))]
internal sealed partial class OutgoingJson : JsonSerializerContext;
