using System.Text.Json.Nodes;
using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.BotFramework.Tests.Schema;

public sealed class AdaptiveCardInvokeTests
{
    [Fact]
    public void A_recorded_press_is_read()
    {
        Activity activity = ActivityJson.ReadActivity(Recorded.Text("channel.invoke.adaptiveCard-action.json"))!;

        Assert.True(AdaptiveCardInvoke.TryParse(activity, out AdaptiveCardAction? action));
        Assert.Equal("approve", action.Verb);
        Assert.Equal(42, action.Data.GetProperty("req").GetInt32());
        Assert.Equal("1795354040283", action.MessageId);
        Assert.False(action.IsAutomatic);
    }

    [Theory]
    [InlineData("""{"type":"invoke","name":"adaptiveCard/action"}""")]
    [InlineData("""{"type":"invoke","name":"adaptiveCard/action","value":{"action":"x"}}""")]
    [InlineData("""{"type":"invoke","name":"task/fetch","value":{"action":{"verb":"x"}}}""")]
    [InlineData("""{"type":"message","name":"adaptiveCard/action","value":{"action":{"verb":"x"}}}""")]
    public void What_is_no_press_is_not_read_as_one(string text) => Assert.False(AdaptiveCardInvoke.TryParse(ActivityJson.ReadActivity(text)!, out _));

    [Fact]
    public void Data_that_is_no_object_is_empty_and_a_refresh_is_told_apart()
    {
        Activity activity = ActivityJson.ReadActivity(
            """{"type":"invoke","name":"adaptiveCard/action","value":{"action":{"verb":"v","data":"text"},"trigger":"automatic"}}""")!;

        Assert.True(AdaptiveCardInvoke.TryParse(activity, out AdaptiveCardAction? action));
        Assert.Equal("{}", action.Data.GetRawText());
        Assert.True(action.IsAutomatic);
    }

    [Fact]
    public void The_answers_have_the_shapes_that_clients_draw()
    {
        JsonObject card = new() { ["type"] = "AdaptiveCard" };
        JsonObject message = new() { ["card"] = card };

        Assert.Equal(
            """{"statusCode":200,"type":"application/vnd.microsoft.card.adaptive","value":{"type":"AdaptiveCard"}}""",
            AdaptiveCardInvoke.Card(message["card"]!).Body!.ToJsonString());
        Assert.Equal(
            """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"Done"}""", AdaptiveCardInvoke.Message("Done").Body!.ToJsonString());
        Assert.Equal(
            """{"statusCode":403,"type":"application/vnd.microsoft.error","value":{"code":"NotYours","message":"Ask."}}""",
            AdaptiveCardInvoke.Error(403, "NotYours", "Ask.").Body!.ToJsonString());
        Assert.All([AdaptiveCardInvoke.Message("x"), AdaptiveCardInvoke.Error(500, "c", "m")], r => Assert.Equal(200, r.Status));
    }
}
