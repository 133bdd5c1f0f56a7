using System.Globalization;
using System.Text.Json.Nodes;
using SupervisorBot.Chat.Templating;

namespace SupervisorBot.Chat.Tests.Templating;

public sealed class CardTemplateTests
{
    private const string Data = """
        { "title": "Agents", "on": true, "off": false, "none": [], "team": { "lead": "Ann" },
          "agents": [ { "name": "Bea", "calls": ["a", "b"] }, { "name": "Cem", "calls": [] } ] }
        """;

    [Theory]
    // Repeated in a list, with the outer data out of sight but for $root.
    [InlineData("""[{"$data":"${agents}","text":"${$index}: ${name} of ${$root.title}"}]""", """[{"text":"0: Bea of Agents"},{"text":"1: Cem of Agents"}]""")]
    [InlineData("""[{"$data":"${agents}","items":[{"$data":"${calls}","call":"${$data}","at":"${$index}"}]}]""", """[{"items":[{"call":"a","at":0},{"call":"b","at":1}]},{"items":[]}]""")]
    [InlineData("""[{"$data":"${agents}","text":"${title}"}]""", """[{"text":"${title}"},{"text":"${title}"}]""")]
    // Repeated in the place of one value: none, one, several.
    [InlineData("""{"x":{"$data":"${none}","text":"a"}}""", """{"x":null}""")]
    [InlineData("""{"x":{"$data":"${agents}","$when":"${name == 'Cem'}","text":"${name}"}}""", """{"x":{"text":"Cem"}}""")]
    [InlineData("""{"x":{"$data":"${agents}","text":"${name}"}}""", """{"x":[{"text":"Bea"},{"text":"Cem"}]}""")]
    // An object, data in the template, data that is not there.
    [InlineData("""{"$data":"${team}","text":"${lead}"}""", """{"text":"Ann"}""")]
    [InlineData("""[{"$data":[{"n":1},{"n":2}],"text":"${n}"}]""", """[{"text":1},{"text":2}]""")]
    [InlineData("""[{"$data":"${missing}","text":"${n}"}]""", """[{"text":"${n}"}]""")]
    public void Data_binds_and_repeats(string template, string expected) => AssertExpands(template, expected);

    [Theory]
    [InlineData("""[{"$when":"${on}","n":1},{"$when":"${off}","n":2},{"$when":"${!off}","n":3}]""", """[{"n":1},{"n":3}]""")]
    [InlineData("""[{"$when":"${missing}","n":1},{"$when":"${title}","n":2},{"$when":"${title > 1}","n":3}]""", "[]")]
    [InlineData("""[{"$when":"${exists(team.lead)}","n":1},{"$when":"${exists(team.deputy)}","n":2}]""", """[{"n":1}]""")]
    [InlineData("""[{"$when":true,"n":1},{"$when":"on","n":2}]""", "[]")]
    [InlineData("""[{"$when":false,"n":1},{"$when":null,"n":2}]""", """[{"n":1},{"n":2}]""")]
    [InlineData("""{"x":{"$when":"${off}","n":1}}""", """{"x":null}""")]
    public void Only_a_true_expression_keeps_an_object(string template, string expected) => AssertExpands(template, expected);

    [Theory]
    [InlineData("""[[1,[2]],null,3,{"a":null}]""", """[1,2,3,{"a":null}]""")]
    [InlineData("""["${none}",[["${team.lead}"]]]""", """["Ann"]""")]
    [InlineData("""{"${title}":"${title}","$root":1,"$index":2,"$own":3}""", """{"${title}":"Agents","$own":3}""")]
    public void Lists_are_dissolved_in_lists_and_names_are_left_alone(string template, string expected) => AssertExpands(template, expected);

    [Fact]
    public void A_template_that_its_own_condition_drops_is_null() =>
        Assert.Null(CardTemplate.Parse("""{"$when":"${off}","n":1}""").Expand(JsonNode.Parse(Data)));

    [Fact]
    public void Data_of_any_clr_origin_reads_alike()
    {
        var data = new JsonObject
        {
            ["int"] = 7,
            ["long"] = 7L,
            ["decimal"] = 7.5m,
            ["short"] = JsonValue.Create((short)7),
            ["id"] = JsonValue.Create(Guid.Parse("00000000-0000-0000-0000-000000000001")),
            ["when"] = JsonValue.Create(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)),
            ["letter"] = 'x',
        };
        var expanded = CardTemplate.Parse("""{"x":"${int + long + decimal + short} ${id} ${when} ${letter}"}""").Expand(data);
        Assert.Equal("28.5 00000000-0000-0000-0000-000000000001 2026-01-02T03:04:05+00:00 x", (string?)expanded!["x"]);
    }

    [Fact]
    public void An_expansion_shares_nothing_with_its_data_or_its_template()
    {
        var data = JsonNode.Parse(Data)!;
        var template = CardTemplate.Parse("""{"fixed":{"a":[1]},"copied":"${team}"}""");
        var first = template.Expand(data)!;
        first["fixed"]!["a"]!.AsArray().Add(2);
        first["copied"]!["lead"] = "Zoe";
        Assert.Equal("""{"fixed":{"a":[1]},"copied":{"lead":"Ann"}}""", template.Expand(data)!.ToJsonString());
    }

    [Fact]
    public void A_template_expands_on_many_threads_at_once()
    {
        var template = CardTemplate.Parse("""{"head":{"type":"x"},"rows":[{"$data":"${rows}","$when":"${n != 3}","text":"${n} of ${$root.id}"}]}""");
        Parallel.For(0, 500, id =>
        {
            var data = new JsonObject { ["id"] = id, ["rows"] = new JsonArray(new JsonObject { ["n"] = 2 }, new JsonObject { ["n"] = 3 }) };
            var expected = string.Create(CultureInfo.InvariantCulture, $$"""{"head":{"type":"x"},"rows":[{"text":"2 of {{id}}"}]}""");
            Assert.Equal(expected, template.Expand(data)!.ToJsonString());
        });
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"a":1,}""")]
    [InlineData("""{"a":{"$data":{"b":"${c}"}}}""")]
    [InlineData("""{"a":{"$when":"${b +}"}}""")]
    [InlineData("""{"a":{"$data":"${nonsense(b)}"}}""")]
    public void A_broken_template_fails_the_loading(string json) => Assert.Throws<CardTemplateException>(() => CardTemplate.Parse(json));

    private static void AssertExpands(string template, string expected)
    {
        var actual = CardTemplate.Parse(template).Expand(JsonNode.Parse(Data));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), $"{actual?.ToJsonString() ?? "null"}, not {expected}");
    }
}
