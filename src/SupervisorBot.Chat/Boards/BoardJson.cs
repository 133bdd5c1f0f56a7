using System.Text.Json.Serialization;

namespace SupervisorBot.Chat.Boards;

/// <summary>The stored form of a <see cref="Board"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Board))]
internal sealed partial class BoardJson : JsonSerializerContext;
