using System.Text.Json.Nodes;
using SupervisorBot.ConnectorSimulator.Cards;

namespace SupervisorBot.Benchmarks.Chat;

/// <summary>One inspector in front of their chat with a bot.</summary>
internal sealed class InspectorChat(ChatPerson person, LeanConnector connector, ChatSender sender)
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(30);

    public ChatPerson Person => person;

    public Inbox Inbox { get; } = connector.Open(person.ConversationId);

    public ChatSender Sender => sender;

    public ActivityTemplate Message(string text) => ActivityTemplate.Message(person, connector.ServiceUrl, text);

    /// <summary>The press on a button that a card in a message offers.</summary>
    public ActivityTemplate Press(Post message, string verb)
    {
        var card = CardReader.FirstCard(message.Activity)!;
        return ActivityTemplate.Press(person, connector.ServiceUrl, message.MessageId, verb, DataOf(card, verb));
    }

    /// <summary>Says something and waits for the message, or the edit, that offers a button with that verb.</summary>
    public async Task<Post> AskAsync(string text, string verb, CancellationToken cancellationToken)
    {
        var place = Inbox.Count;
        await sender.SendAsync(Message(text).Next(), cancellationToken);
        return await ExpectAsync(place, post => post.Offers(verb), $"{text} was not answered with {verb}", cancellationToken);
    }

    /// <summary>Waits for what must come.</summary>
    /// <exception cref="TimeoutException">It did not come; the message says what came instead.</exception>
    public async Task<Post> ExpectAsync(int place, Func<Post, bool> fits, string otherwise, CancellationToken cancellationToken)
    {
        try
        {
            return await Inbox.FirstAsync(place, fits).WaitAsync(s_limit, cancellationToken);
        }
        catch (TimeoutException)
        {
            var came = Inbox.From(place).Select(post => $"{(post.IsEdit ? "edit" : "post")} {System.Text.Encoding.UTF8.GetString(post.Body)}");
            throw new TimeoutException($"{person.Name}: {otherwise}. What came: {string.Join(Environment.NewLine, came)}");
        }
    }

    private static JsonNode DataOf(JsonObject card, string verb) =>
        CardReader.Buttons(card).First(button => button.Verb == verb).Action["data"]!;
}
