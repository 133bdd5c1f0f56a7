using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Chat.Sealing;
using SupervisorBot.Chat.Templating;

namespace SupervisorBot.Chat.Tests.Sealing;

/// <summary>What of a button's data is sealed.</summary>
public sealed class PressFormTests
{
    private const string WithAnInput = """
        {"type":"AdaptiveCard","version":"1.5","body":[{"type":"Input.Text","id":"reason","label":"Why"}]}
        """;

    private static readonly ConversationReference s_where = new("https://smba.example.com/", "msteams", "19:x@thread.v2", TenantId: "11111111-1111-4111-8111-111111111111");

    [Fact]
    public async Task What_a_person_puts_into_an_input_is_left_out_and_nothing_else_that_comes_along_is()
    {
        var seals = Seals(new CardLibrary([KeyValuePair.Create("ask", WithAnInput)]));
        var data = await SealedAsync(seals, """{"verb":"v","op":"1"}""");
        data["reason"] = "the customer asked for it";
        Assert.Equal(SealVerdict.Good, await LookAsync(seals, data));
        data["cause"] = "x";
        Assert.Equal(SealVerdict.Wrong, await LookAsync(seals, data));
    }

    [Fact]
    public async Task Numbers_that_a_client_turned_into_texts_and_members_in_another_order_count()
    {
        var seals = Seals(CardLibrary.FromEmbedded());
        var data = await SealedAsync(seals, """{"verb":"v","by":1001,"page":2,"takeOver":true,"list":[1,{"a":"b"}]}""");
        var back = new JsonObject();
        foreach (var (name, value) in data.Reverse())
        {
            back[name] = value!.GetValueKind() == JsonValueKind.Number ? value.ToJsonString() : value.DeepClone();
        }

        Assert.Equal(SealVerdict.Good, await LookAsync(seals, back));
    }

    [Theory]
    [InlineData("""{"a":"bc","d":"e"}""", """{"a":"b","cd":"e"}""")]
    [InlineData("""{"a":["b","c"]}""", """{"a":["b"],"c":""}""")]
    [InlineData("""{"a":{"b":"c"}}""", """{"a":"b","c":""}""")]
    [InlineData("""{"a":null}""", """{"a":""}""")]
    [InlineData("""{"a":"x\u0000y"}""", """{"a":"x"}""")]
    public async Task Data_that_only_looks_alike_is_told_apart(string made, string pressed)
    {
        var seals = Seals(CardLibrary.FromEmbedded());
        var seal = (await SealedAsync(seals, made))[PressSeals.Member]!.DeepClone();
        var data = JsonNode.Parse(pressed)!.AsObject();
        data[PressSeals.Member] = seal;
        Assert.Equal(SealVerdict.Wrong, await LookAsync(seals, data));
    }

    [Fact]
    public void No_input_of_a_card_bears_the_name_of_what_a_button_brings_back()
    {
        var names = typeof(PressData).GetFields(System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)
            .Where(field => field is { IsLiteral: true, FieldType: var type } && type == typeof(string))
            .Select(field => (string)field.GetRawConstantValue()!)
            .Append(PressSeals.Member)
            .ToList();
        Assert.Contains("op", names);
        Assert.Empty(CardLibrary.FromEmbedded().Inputs.Intersect(names.Except(InputsThatAreRead)));
    }

    // Members that a handler reads as what a person put in.
    private static readonly string[] InputsThatAreRead = ["reason", "minutes", "targetKind", "targetAddress"];

    [Fact]
    public void A_key_is_in_no_text_of_it()
    {
        var key = PressKey.New(1, DateTimeOffset.UnixEpoch);
        var secret = Convert.ToBase64String(key.Reveal());
        Assert.DoesNotContain(secret, key.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(secret, JsonSerializer.Serialize(key), StringComparison.Ordinal);
    }

    private static PressSeals Seals(CardLibrary library)
    {
        var time = new FakeTimeProvider();
        var options = Options.Create(new PressOptions());
        return new PressSeals(new PressKeys(new MemoryPressKeyStore(), options, time, NullLogger<PressKeys>.Instance), library, options, time);
    }

    private static async Task<JsonObject> SealedAsync(PressSeals seals, string data)
    {
        var card = new JsonObject { ["actions"] = new JsonArray(new JsonObject { ["type"] = "Action.Submit", ["data"] = JsonNode.Parse(data) }) };
        return (await seals.SealAsync(card, s_where, CancellationToken.None))["actions"]![0]!["data"]!.AsObject();
    }

    private static async Task<SealVerdict> LookAsync(PressSeals seals, JsonObject data) =>
        await seals.LookAsync(JsonSerializer.SerializeToElement(data), s_where, CancellationToken.None);
}
