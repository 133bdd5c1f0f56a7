using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck.Fluent;
using SupervisorBot.Gateway.Events;
using SupervisorBot.Gateway.Http;
using SupervisorBot.Tests.Properties;

namespace SupervisorBot.Gateway.Tests;

public sealed class EventProperties
{
    [Fact]
    public void Any_JSON_is_an_event_or_none() => Property.Holds(Any.Json, 1500, json => ReadAll(Parse(json)));

    [Fact]
    public void An_event_is_read_the_same_with_its_numbers_as_texts_and_its_texts_as_numbers() => Property.Holds(
        Gen.Elements(Samples.Events.ToArray()).Zip(Gen.Elements(true, false).ListOf(12)), 500, example =>
        {
            var (json, turned) = example;
            var node = JsonNode.Parse(json)!.AsObject();
            var next = 0;
            foreach (var holder in new[] { node, node["content"] as JsonObject }.OfType<JsonObject>())
            {
                foreach (var (name, value) in holder.ToList())
                {
                    if (turned[next++ % turned.Count])
                    {
                        holder[name] = Turned(value);
                    }
                }
            }

            Assert.Equal(Told(Read(json)), Told(Read(node.ToJsonString())));
        });

    [Fact]
    public void An_event_is_read_the_same_whatever_the_letters_of_its_names_and_the_NULs_behind_its_texts() => Property.Holds(
        Gen.Elements(Samples.Events.ToArray()).Zip(Gen.Elements(true, false)).Zip(Gen.Choose(0, 3)), 300, example =>
        {
            var ((json, upper), nuls) = example;
            var written = Respelled(Parse(json), upper, string.Concat(Enumerable.Repeat("\\u0000", nuls)));

            Assert.Equal(Told(Read(json)), Told(Read(written)));
        });

    [Fact]
    public void An_event_read_twice_is_the_same_event_and_survives_JSON() => Property.Holds(Document.Damaged(Samples.Events), 1000, document =>
    {
        JsonElement element;
        try
        {
            element = JsonDocument.Parse(EnvelopeReader.Decode(document.Bytes, null)).RootElement.Clone();
        }
        catch (JsonException)
        {
            return;
        }

        Assert.Equal(Told(EventReader.Read(element)), Told(EventReader.Read(element)));
    });

    /// <summary>Reads an event, and whatever is read can be named and kept.</summary>
    internal static void ReadAll(JsonElement element)
    {
        var read = EventReader.Read(element);
        Assert.NotNull(read?.ToString() ?? "");
        Assert.Equal(Told(read), Told(JsonSerializer.Deserialize<GatewayEvent?>(Told(read))));
        if (read is UnknownEvent unknown)
        {
            Assert.NotEmpty(unknown.RawEvent);
        }
    }

    /// <summary>All that an event tells.</summary>
    internal static string Told(GatewayEvent? read) => JsonSerializer.Serialize(read);

    private static JsonNode? Turned(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.Number => JsonValue.Create(value.ToJsonString()),
        JsonValueKind.String when long.TryParse(value.GetValue<string>(), out var number) => JsonValue.Create(number),
        _ => value?.DeepClone(),
    };

    private static string Respelled(JsonElement element, bool upper, string behind) => element.ValueKind switch
    {
        JsonValueKind.Object =>
            $"{{{string.Join(',', element.EnumerateObject().Select(m => $"\"{(upper ? m.Name.ToUpperInvariant() : m.Name.ToLowerInvariant())}\":{Respelled(m.Value, upper, behind)}"))}}}",
        JsonValueKind.String => $"{element.GetRawText()[..^1]}{behind}\"",
        _ => element.GetRawText(),
    };

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement.Clone();

    private static GatewayEvent? Read(string json) => EventReader.Read(Parse(json));
}
