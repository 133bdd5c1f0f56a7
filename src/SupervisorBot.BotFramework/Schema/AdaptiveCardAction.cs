using System.Text.Json;

namespace SupervisorBot.BotFramework.Schema;

/// <summary>A press on a card's <c>Action.Execute</c>, as the invoke <c>adaptiveCard/action</c> brings it in <c>value.action</c>.</summary>
/// <param name="Verb">The verb; empty where the card gave none.</param>
/// <param name="Id">The action's id, or null.</param>
/// <param name="Data">The action's data with the card's inputs merged in: a JSON object, empty where there is none.</param>
/// <param name="Trigger"><c>manual</c> for a press, <c>automatic</c> for a refresh by the client; absent means manual.</param>
/// <param name="MessageId">The message that holds the card, or null.</param>
public sealed record AdaptiveCardAction(string Verb, string? Id, JsonElement Data, string Trigger, string? MessageId)
{
    /// <summary>True where the client refreshed the card by itself and nobody pressed anything.</summary>
    public bool IsAutomatic => Trigger == "automatic";
}
