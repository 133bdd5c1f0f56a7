using System.Text.Json.Nodes;
using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.Chat.Tests.Bench;

/// <summary>What a press was answered: a card, or a word.</summary>
internal sealed record Answer(string Type, JsonNode Value)
{
    public bool IsCard => Type == "application/vnd.microsoft.card.adaptive";

    public bool IsWord => Type == "application/vnd.microsoft.activity.message";

    public string Text => IsCard ? string.Join('\n', CardReading.Texts(Value)) : Value.GetValue<string>();

    public Entry AsMessage(Entry pressed) => pressed with { Activity = Activity.Card(Value.DeepClone()) };

    public static Answer Of(InvokeResponse? response)
    {
        Assert.NotNull(response);
        Assert.Equal(200, response.Status);
        Assert.Equal(200, response.Body!["statusCode"]!.GetValue<int>());
        return new Answer(response.Body["type"]!.GetValue<string>(), response.Body["value"]!);
    }
}
