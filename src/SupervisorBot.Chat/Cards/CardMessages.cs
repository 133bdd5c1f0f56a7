using System.Text.Json.Nodes;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Chat.Templating;

namespace SupervisorBot.Chat.Cards;

/// <summary>Turns what a card says into the card itself, and into the message that carries it.</summary>
internal sealed class CardMessages(CardLibrary library, ICardCheck? check = null)
{
    public JsonNode Render(CardContent content)
    {
        var card = library.Render(content.Template, content.Data);
        check?.Look(content.Template, card);
        return card;
    }

    public Activity Message(CardContent content) => Activity.Card(Render(content), content.Summary);
}
