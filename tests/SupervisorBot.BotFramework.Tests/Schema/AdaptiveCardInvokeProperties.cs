using System.Text.Json;
using FsCheck.Fluent;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Tests.Properties;

namespace SupervisorBot.BotFramework.Tests.Schema;

public sealed class AdaptiveCardInvokeProperties
{
    private static readonly string s_press =
        """{"type":"invoke","name":"adaptiveCard/action","replyToId":"m1","value":{"action":{"type":"Action.Execute","id":"a","verb":"v","data":{"op":"x"}},"trigger":"manual"}}""";

    [Fact]
    public void A_damaged_press_is_read_or_is_none() => Property.Holds(Document.Damaged([s_press]), 1500, document =>
    {
        Activity? activity;
        try
        {
            activity = ActivityJson.ReadActivity(document.Bytes);
        }
        catch (JsonException)
        {
            return;
        }

        if (activity is not null && AdaptiveCardInvoke.TryParse(activity, out AdaptiveCardAction? action))
        {
            Assert.NotNull(action.Verb);
            Assert.Equal(JsonValueKind.Object, action.Data.ValueKind);
            Assert.NotNull(action.Trigger);
        }
    });

    [Fact]
    public void Any_text_is_an_activity_or_none() => Property.Holds(Gen.OneOf(Any.Text, Any.Json, Any.DeepJson), 1000, text =>
    {
        try
        {
            Activity? activity = ActivityJson.ReadActivity(text);
            _ = activity is null ? null : ActivityJson.Write(activity);
        }
        catch (JsonException)
        {
            // It is none.
        }
    });

    [Fact]
    public void A_press_that_was_written_is_read_as_it_was_meant() => Property.Holds(
        Gen.Four(Any.WholeText), 500, example =>
        {
            var (verb, id, data, message) = example;
            string written = $$"""
                {"type":"invoke","name":"adaptiveCard/action","replyToId":{{JsonText.Literal(message)}},
                 "value":{"action":{"verb":{{JsonText.Literal(verb, escapeAll: true)}},"id":{{JsonText.Literal(id)}},"data":{"x":{{JsonText.Literal(data)}} } } } }
                """;

            Assert.True(AdaptiveCardInvoke.TryParse(ActivityJson.ReadActivity(written)!, out AdaptiveCardAction? action));
            Assert.Equal((verb, id, data, message, false), (action.Verb, action.Id!, action.Data.GetProperty("x").GetString()!, action.MessageId!, action.IsAutomatic));
        });
}
