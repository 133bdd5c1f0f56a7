using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using AdaptiveCards;
using Newtonsoft.Json;
using SupervisorBot.Chat.Cards;

namespace SupervisorBot.BotBuilder.Cards;

/// <summary>
/// Parses every card into the SDK's object model of Adaptive Cards. It is for those who work on the cards: a card that it rejects is told by its name. The object
/// model learns its own types anew with each card, which takes longer than all the rest of a turn; so of cards that differ in nothing but their words one is parsed.
/// </summary>
internal sealed class ObjectModelCheck(ILogger<ObjectModelCheck> logger) : ICardCheck
{
    // Far more than there are, and little enough to keep.
    private const int MostShapes = 2_000;

    private readonly ConcurrentDictionary<(string Name, string Shape), byte> _known = new();

    public void Look(string name, JsonNode card)
    {
        ArgumentNullException.ThrowIfNull(card);
        if (_known.Count >= MostShapes)
        {
            _known.Clear();
        }

        if (!_known.TryAdd((name, CardShape.Of(card)), 0))
        {
            return;
        }

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
