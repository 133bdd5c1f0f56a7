using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SupervisorBot.Chat.Sealing;

/// <summary>Turns a button's data into what a client brings back.</summary>
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class PressSealJson : JsonSerializerContext;
