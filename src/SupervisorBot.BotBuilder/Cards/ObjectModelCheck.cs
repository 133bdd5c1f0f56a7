using System.Text.Json.Nodes;
using AdaptiveCards;
using Newtonsoft.Json;
using SupervisorBot.Chat.Cards;

namespace SupervisorBot.BotBuilder.Cards;

/// <summary>Parses every card into the SDK's object model of Adaptive Cards. It is for those who work on the cards: a card that it rejects is told by its name.</summary>
internal sealed class ObjectModelCheck(ILogger<ObjectModelCheck> logger) : ICardCheck
{
    public void Look(string name, JsonNode card)
    {
        ArgumentNullException.ThrowIfNull(card);
        try
        {
            AdaptiveCard.FromJson(card.ToJsonString());
        }
#pragma warning disable CA1031 // Whatever the object model throws at a card, it rejects it; and the card has to be sent all the same.
        catch (Exception rejected)
#pragma warning restore CA1031
        {
            // The words of the exception may hold what the card says.
            logger.CardRejected(name, rejected.GetType().Name, PathOf(rejected) ?? "an unknown place");
        }
    }

    private static string? PathOf(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            string? path = cause switch
            {
                JsonReaderException reader => reader.Path,
                JsonSerializationException serialization => serialization.Path,
                _ => null,
            };
            if (!string.IsNullOrEmpty(path))
            {
                return path;
            }
        }

        return null;
    }
}
