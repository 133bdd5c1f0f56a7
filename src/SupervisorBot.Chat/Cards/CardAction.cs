using System.Text.Json.Nodes;
using SupervisorBot.Chat.Sealing;

namespace SupervisorBot.Chat.Cards;

/// <summary>
/// A button: an <c>Action.Execute</c> and, for clients that do not know it, an <c>Action.Submit</c> with the same data. Its seal is put in when the card
/// leaves, since it holds for one conversation.
/// </summary>
/// <param name="Title">What it says.</param>
/// <param name="Tip">What it does, in more words, for pointing devices and screen readers.</param>
/// <param name="Verb">The press's verb.</param>
/// <param name="Data">What the press brings back beside the verb.</param>
internal sealed record CardAction(string Title, string Tip, string Verb, JsonObject? Data = null)
{
    public JsonObject ToJson()
    {
        var press = new JsonObject { ["verb"] = Verb };
        foreach (var (name, value) in Data ?? [])
        {
            press[name] = value?.DeepClone();
        }

        press[PressSeals.Member] = PressSeals.Blank;
        return new JsonObject { ["title"] = Title, ["tip"] = Tip, ["press"] = press };
    }
}
