using System.Text.Json.Serialization;
using SupervisorBot.Chat.Agents;

namespace SupervisorBot.Chat.Watches;

/// <summary>The stored form of a <see cref="Watch"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(JsonStringEnumConverter<NamedState>)])]
[JsonSerializable(typeof(Watch))]
internal sealed partial class WatchJson : JsonSerializerContext;
