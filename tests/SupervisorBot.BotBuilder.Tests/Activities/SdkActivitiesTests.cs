using System.Text.Json.Nodes;
using SupervisorBot.BotBuilder.Activities;
using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.BotBuilder.Tests.Activities;

/// <summary>Nothing changes on its way through the SDK's objects.</summary>
public sealed class SdkActivitiesTests
{
    [Fact]
    public void Everything_of_an_activity_comes_back_as_it_was()
    {
        const string Json = """
            {"type":"invoke","id":"1","timestamp":"2026-11-29T01:02:03.456Z","serviceUrl":"https://smba.trafficmanager.net/emea/","channelId":"msteams",
             "from":{"id":"29:alex","name":"Alex Wilber","aadObjectId":"o1","isTargeted":true,"userRole":"user","more":{"since":"2026-11-29T01:00:00+08:00"}},
             "conversation":{"id":"19:x@thread.tacv2;messageid=1","conversationType":"channel","tenantId":"t","isGroup":true,"unknown":[1,2.50,null,"x"]},
             "recipient":{"id":"28:bot","name":"Bot"},"locale":"ar-EG","name":"adaptiveCard/action","replyToId":"9",
             "entities":[{"type":"mention","mentioned":{"id":"28:bot","name":"Bot"},"text":"<at>Bot</at>","$id":"7"},{"type":"clientInfo","country":"DE"}],
             "attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard","$data":{"$ref":"a"},"speak":null,"at":"2026-01-01"},"odd":true}],
             "value":{"action":{"type":"Action.Execute","data":{"seal":"2026-11-29T01:02:03.1000000Z","callId":"1764378000-5","n":12345678901234567890}}},
             "channelData":{"tenant":{"id":"t"},"eventTime":"2026-11-29T01:02:03+00:00"},"unheardOf":{"deep":{"date":"2026-11-29"}}}
            """;
        var activity = ActivityJson.ReadActivity(Json)!;

        var back = SdkActivities.FromSdk(SdkActivities.ToSdk(activity));

        Assert.True(JsonNode.DeepEquals(ActivityJson.ToNode(activity), ActivityJson.ToNode(back)), ActivityJson.Write(back));
    }

    [Fact]
    public void An_answer_without_a_body_has_an_empty_one()
    {
        var answer = (Microsoft.Bot.Builder.InvokeResponse)SdkActivities.ToSdk(new InvokeResponse(200)).Value;

        Assert.Equal((200, "{}"), (answer.Status, SdkJson.Write(answer.Body)));
    }
}
