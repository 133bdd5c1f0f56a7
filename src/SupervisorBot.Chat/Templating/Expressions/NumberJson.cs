using System.Text.Json.Serialization;

namespace SupervisorBot.Chat.Templating.Expressions;

[JsonSerializable(typeof(double))]
internal sealed partial class NumberJson : JsonSerializerContext;
