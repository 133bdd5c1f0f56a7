using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck.Fluent;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Gateway.Monitoring;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Tests.Properties;

namespace SupervisorBot.Chat.Tests.Presses;

public sealed class PressDataProperties
{
    private const string Good =
        """{"type":"message","value":{"verb":"agent","op":"0123456789abcdef0123456789abcdef","workNo":2001,"callId":"1477393325-164","page":2,"text":"north","mode":"Listen","by":1001,"asker":"Alex","takeOver":true}}""";

    [Fact]
    public void Whatever_a_button_brings_back_is_read_or_left_out() => Property.Holds(Document.Damaged([Good]), 2000, document => ReadAll(document.Bytes));

    [Fact]
    public void Any_JSON_a_button_brings_back_is_read_or_left_out() =>
        Property.Holds(Any.Json, 1000, json => ReadAll(System.Text.Encoding.UTF8.GetBytes($$"""{"type":"message","value":{{json}}}""")));

    [Fact]
    public void What_a_button_was_given_comes_back_as_numbers_or_as_texts() => Property.Holds(
        Gen.Choose(101, 999_999).Zip(Gen.Choose(0, 100)).Zip(Any.WholeText.Zip(Gen.Elements(true, false))).Zip(Gen.Elements(Enum.GetValues<MonitoringMode>())), 500, example =>
        {
            var (((workNo, page), (text, asTexts)), mode) = example;
            var inspector = new Inspector("id", 1001, text, "40038");
            var operation = Guid.NewGuid();

            var call = Back(PressData.Call(inspector, operation, workNo, text), asTexts);
            Assert.Equal((operation, workNo, text.Length > 0 ? text : null, 1001), (call.OperationId, call.WorkNo, call.CallId, call.By));
            Assert.StartsWith(call.Asker!, text, StringComparison.Ordinal);

            var paged = Back(PressData.PageOf(inspector, operation, page, text), asTexts);
            Assert.Equal((operation, page), (paged.OperationId, paged.Page));
            Assert.StartsWith(paged.Filter ?? "", text, StringComparison.Ordinal);
            Assert.True(paged.Filter is not null || text.Length == 0);

            var monitored = Back(PressData.For(inspector, mode, workNo), asTexts);
            Assert.Equal((mode, workNo, false), (monitored.Mode, monitored.WorkNo, monitored.IsTakeOver));
            Assert.True(Back(PressData.TakeOver(inspector), false).IsTakeOver);
        });

    /// <summary>As it comes back from a client, some of which turn numbers into texts.</summary>
    private static PressData Back(JsonObject data, bool asTexts)
    {
        foreach (var (name, value) in data.ToList())
        {
            if (asTexts && value!.GetValueKind() == JsonValueKind.Number)
            {
                data[name] = value.ToJsonString();
            }
        }

        return new PressData(JsonDocument.Parse(data.ToJsonString()).RootElement);
    }

    private static void ReadAll(byte[] activity)
    {
        Activity? read;
        try
        {
            read = ActivityJson.ReadActivity(activity);
        }
        catch (JsonException)
        {
            return;
        }

        if (read?.Value is not { } value)
        {
            return;
        }

        var data = new PressData(value);
        Assert.True(data.WorkNo is null or (>= 101 and <= 999_999));
        Assert.NotEqual("", data.CallId);
        Assert.NotEqual("", data.Filter);
        Assert.True(data.Page >= 0);
        Assert.True(data.Mode is null || Enum.IsDefined(data.Mode.Value));
        _ = (data.Verb, data.OperationId, data.By, data.Asker, data.IsTakeOver);
    }
}
