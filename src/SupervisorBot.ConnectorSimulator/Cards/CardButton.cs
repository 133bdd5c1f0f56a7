using System.Text.Json.Nodes;

namespace SupervisorBot.ConnectorSimulator.Cards;

/// <summary>A button of a card.</summary>
/// <param name="Title">What is written on it; empty where nothing is.</param>
/// <param name="Type">The action's type, like <c>Action.Execute</c>.</param>
/// <param name="Verb">The verb of an <c>Action.Execute</c>; null otherwise.</param>
/// <param name="Action">The action itself. Not to be changed.</param>
/// <param name="Scopes">The cards whose inputs go with a press: the card, and the ShowCards around the button.</param>
public sealed record CardButton(string Title, string Type, string? Verb, JsonObject Action, IReadOnlyList<JsonObject> Scopes)
{
    /// <summary>True where the title, the verb or the action's id is the given name.</summary>
    /// <param name="name">A title, a verb or an id.</param>
    public bool Is(string name) => Title == name || Verb == name || (string?)Action["id"] == name;
}
