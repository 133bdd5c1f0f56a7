using System.Text.Json.Nodes;
using SupervisorBot.Chat.Templating;

namespace SupervisorBot.Chat.Tests.Templating;

/// <summary>What a binding yields. The same language is compared with the reference implementation in <see cref="ReferenceTests"/>.</summary>
public sealed class ExpressionTests
{
    private const string Data = """
        {
          "name": "Ann", "age": 42, "ratio": 1.5, "talking": true, "idle": false, "nothing": null, "empty": "",
          "call": { "id": "1234-5", "Customer Number": "****1234" },
          "skills": ["sales", "support", "billing"], "none": [],
          "calls": [{ "id": "a" }, { "id": "b" }]
        }
        """;

    [Theory]
    [InlineData("${name}", "\"Ann\"")]
    [InlineData("${age}", "42")]
    [InlineData("${talking}", "true")]
    [InlineData("${nothing}", "null")]
    [InlineData("${skills}", """["sales","support","billing"]""")]
    [InlineData("${call}", """{"id":"1234-5","Customer Number":"****1234"}""")]
    public void A_binding_alone_keeps_the_type_of_its_value(string template, string expected) => AssertExpands(template, expected);

    [Theory]
    [InlineData("${name} is ${age}", "Ann is 42")]
    [InlineData("${age} ", "42 ")]
    [InlineData("on: ${talking}", "on: true")]
    [InlineData("a\\${b} \\`${age}\\`", "a${b} `42`")]
    [InlineData("$${age} and {${age}}", "$42 and {42}")]
    [InlineData("in ${skills}", "in sales,support,billing")]
    [InlineData("${'it\\'s'} ${\"a}b\"}", "it's a}b")]
    [InlineData("{{DATE(${name},SHORT)}}", "{{DATE(Ann,SHORT)}}")]
    [InlineData("not closed ${name", "not closed ${name")]
    [InlineData("${}", "${}")]
    [InlineData("no binding at all `here`", "no binding at all `here`")]
    public void A_binding_in_a_text_becomes_text(string template, string expected) => AssertExpands(template, Quoted(expected));

    [Theory]
    [InlineData("${missing}", "${missing}")]
    [InlineData("${missing.deep['x'].y}", "${missing.deep['x'].y}")]
    [InlineData("Dear ${missing}!", "Dear ${missing}!")]
    [InlineData("${calls[7].id}", "${calls[7].id}")]
    [InlineData("x ${skills[7]}", "x ${skills[7]}")]
    [InlineData("x ${age / 0} y", "x ${(age / 0)} y")]
    [InlineData("x ${if(idle, 1, skills[9])}", "x ${if(idle, 1, skills[9])}")]
    public void What_cannot_be_resolved_stays_as_its_own_binding(string template, string expected) => AssertExpands(template, Quoted(expected));

    [Theory]
    [InlineData("call.id", "\"1234-5\"")]
    [InlineData("CALL.ID", "\"1234-5\"")]
    [InlineData("call['Customer Number']", "\"****1234\"")]
    [InlineData("calls[1].id", "\"b\"")]
    [InlineData("skills[count(skills) - 1]", "\"billing\"")]
    [InlineData("first(calls).id", "\"a\"")]
    [InlineData("$root.call.id", "\"1234-5\"")]
    [InlineData("$data.age", "42")]
    [InlineData("$host.theme", "\"dark\"")]
    public void Properties_and_items_are_read_by_path(string expression, string expected) => AssertExpands("${" + expression + "}", expected);

    [Theory]
    [InlineData("1 + 2 * 3", "7")]
    [InlineData("(1 + 2) * 3", "9")]
    [InlineData("7 / 2", "3")]
    [InlineData("-7 / 2", "-4")]
    [InlineData("7 / 2.5", "2.8")]
    [InlineData("7 % 4", "3")]
    [InlineData("2 ^ 3 ^ 2", "512")]
    [InlineData("-age + 2", "-40")]
    [InlineData("age + name", "\"42Ann\"")]
    [InlineData("name & age", "\"Ann42\"")]
    [InlineData("1 - 2 - 3", "-4")]
    [InlineData("age == 42 && !idle", "true")]
    [InlineData("idle || name == 'Bob'", "false")]
    [InlineData("age >= 42", "true")]
    [InlineData("age < 42.5", "true")]
    [InlineData("missing > 1", "false")]
    [InlineData("missing == null", "true")]
    [InlineData("age != '42'", "true")]
    [InlineData("talking ? 'on' : 'off'", "\"on\"")]
    [InlineData("nothing ?? name", "\"Ann\"")]
    [InlineData("true ? false ? 1 : 2 : 3", "2")]
    public void Operators_bind_as_the_language_says(string expression, string expected) => AssertExpands("${" + expression + "}", expected);

    [Theory]
    [InlineData("if(talking, 'yes', 'no')", "\"yes\"")]
    [InlineData("if(missing, 'yes', 'no')", "\"no\"")]
    [InlineData("and(talking, not(idle), or(idle, exists(name)))", "true")]
    [InlineData("exists(missing)", "false")]
    [InlineData("exists(nothing)", "false")]
    [InlineData("empty(none)", "true")]
    [InlineData("empty(missing)", "true")]
    [InlineData("empty(name)", "false")]
    [InlineData("count(skills)", "3")]
    [InlineData("length(name)", "3")]
    [InlineData("toUpper(name)", "\"ANN\"")]
    [InlineData("toLower(concat(name, '!'))", "\"ann!\"")]
    [InlineData("join(skills, ', ', ' and ')", "\"sales, support and billing\"")]
    [InlineData("join(skills, '/')", "\"sales/support/billing\"")]
    [InlineData("substring(call.id, 0, 4)", "\"1234\"")]
    [InlineData("replace(call.id, '-', '.')", "\"1234.5\"")]
    [InlineData("contains(skills, 'sales')", "true")]
    [InlineData("startsWith(name, 'A')", "true")]
    [InlineData("formatNumber(1234.5, 2)", "\"1,234.50\"")]
    [InlineData("string(1234567)", "\"1,234,567\"")]
    [InlineData("string(ratio)", "\"1.5\"")]
    [InlineData("string(none)", "\"[]\"")]
    [InlineData("coalesce(nothing, age)", "42")]
    [InlineData("max(age, 50, 7)", "50")]
    [InlineData("round(ratio)", "2")]
    [InlineData("int('12 calls')", "12")]
    [InlineData("greaterOrEquals(age, 42)", "true")]
    public void Functions_do_what_they_are_named_after(string expression, string expected) => AssertExpands("${" + expression + "}", expected);

    [Theory]
    [InlineData("${skills[7]}")]
    [InlineData("${missing - 1}")]
    [InlineData("${name > 1}")]
    [InlineData("${1 / 0}")]
    [InlineData("${substring(name, 5)}")]
    [InlineData("${toUpper(age)}")]
    [InlineData("${null + 1}")]
    [InlineData("a ${nothing} b")]
    [InlineData("a ${first(none)} b")]
    public void Data_that_does_not_fit_is_an_error_that_names_the_place(string template)
    {
        var parsed = CardTemplate.Parse(new JsonObject { ["body"] = new JsonArray(template) });
        var problem = Assert.Throws<CardExpansionException>(() => parsed.Expand(JsonNode.Parse(Data)));
        Assert.StartsWith("$.body[0]: ", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Ann", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("${upper(name)}", "there is no function 'upper'")]
    [InlineData("a ${unknown(name)} b", "there is no function 'unknown'")]
    [InlineData("${ToUpper(name)}", "there is no function 'ToUpper'")]
    [InlineData("${a +}", "ends too early")]
    [InlineData("${a b}", "'b' at position 3")]
    [InlineData("${a = 1}", "'=' at position 3")]
    [InlineData("${(a}", "where ')' is expected")]
    [InlineData("${if(a, 1)}", "should have 3 arguments, not 2")]
    [InlineData("${toUpper(name, 'de-DE')}", "should have 1 arguments, not 2")]
    [InlineData("${length(1)}", "should be of the kind Text")]
    [InlineData("${1 - 'a'}", "should be of the kind Number")]
    [InlineData("${'a'.b}", "has no properties")]
    [InlineData("${a.0}", "a dot must be followed by a name")]
    [InlineData("${{x: 1}}", "object literals")]
    [InlineData("a `quoted` ${b}", "backtick")]
    [InlineData("${a; b}", "';' at position 2")]
    public void A_malformed_expression_fails_the_loading_and_names_the_place(string template, string reason)
    {
        var problem = Assert.Throws<CardTemplateException>(() => CardTemplate.Parse(new JsonObject { ["body"] = new JsonArray(template) }));
        Assert.StartsWith("$.body[0]: ", problem.Message, StringComparison.Ordinal);
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Results_do_not_depend_on_the_culture()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("tr-TR");
            AssertExpands("${ratio}|${toUpper('i')}|${formatNumber(1234.5, 1)}|${1.25 * 2}", "\"1.5|I|1,234.5|2.5\"");
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    private static void AssertExpands(string template, string expected)
    {
        var host = new JsonObject { ["theme"] = "dark" };
        var actual = CardTemplate.Parse(JsonValue.Create(template)).Expand(JsonNode.Parse(Data), host);
        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(expected), actual),
            $"{template} gave {actual?.ToJsonString() ?? "null"}, not {expected}");
    }

    private static string Quoted(string text) => JsonValue.Create(text).ToJsonString();
}
