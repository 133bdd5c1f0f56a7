using System.Text.Json;
using System.Text.Json.Nodes;

namespace SupervisorBot.GatewaySimulator;

/// <summary>Pads every text of an event's content with escaped NULs, as gateways in the field have been seen to do.</summary>
internal static class TrailingNuls
{
    public static string Append(string json)
    {
        var node = Pad(JsonNode.Parse(json));
        return node?.ToJsonString(Answer.Json) ?? "null";
    }

    private static JsonNode? Pad(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject content:
                foreach (var (name, value) in content.ToList())
                {
                    content[name] = null;
                    content[name] = Pad(value);
                }

                return content;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                return JsonValue.Create(value.GetValue<string>() + "\0\0");
            default:
                return node;
        }
    }
}
