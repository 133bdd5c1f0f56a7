using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using SupervisorBot.ConnectorSimulator.Cards;
using SupervisorBot.ConnectorSimulator.Recording;

namespace SupervisorBot.ConnectorSimulator.Chats;

/// <summary>One person in one conversation, in front of a chat client: says things and presses buttons. Safe to use from several threads.</summary>
public sealed class ChatClient
{
    // Teams gives up on a bot after about ten seconds; a test on a busy machine is given more.
    private static readonly HttpClient s_http = new(new SocketsHttpHandler { UseCookies = false, UseProxy = false }) { Timeout = TimeSpan.FromSeconds(30) };

    private static readonly Dictionary<string, string> s_nothing = [];

    private readonly Uri _bot;
    private readonly RecordingConnector _connector;
    private readonly ChatBot _account;

    /// <summary>Sits a person down at a conversation, and makes them a member of it.</summary>
    /// <param name="botEndpoint">The bot's messages endpoint, like <c>http://127.0.0.1:3978/api/messages</c>.</param>
    /// <param name="connector">The connector that the bot answers through.</param>
    /// <param name="user">The person.</param>
    /// <param name="conversation">The conversation.</param>
    /// <param name="bot">The bot's account; a usual one by default.</param>
    public ChatClient(Uri botEndpoint, RecordingConnector connector, ChatUser user, ChatConversation conversation, ChatBot? bot = null)
    {
        ArgumentNullException.ThrowIfNull(connector);
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(conversation);
        _bot = botEndpoint;
        _connector = connector;
        _account = bot ?? new ChatBot();
        User = user;
        Conversation = conversation;
        connector.Join(conversation.Id, user);
    }

    /// <summary>The person.</summary>
    public ChatUser User { get; }

    /// <summary>The conversation.</summary>
    public ChatConversation Conversation { get; }

    /// <summary>The language of the person's client; <c>en-US</c>.</summary>
    public string Locale { get; init; } = "en-US";

    /// <summary>True for a client from before <c>Action.Execute</c>: it draws and presses the action's fallback.</summary>
    public bool KnowsNoExecute { get; init; }

    /// <summary>True to ask for the answers in the HTTP answer (<c>expectReplies</c>).</summary>
    public bool ExpectsReplies { get; init; }

    /// <summary>What a channel that signs puts into the Authorization header, with the word Bearer; null (default) for a channel that sends none.</summary>
    public Func<string>? Authorization { get; init; }

    /// <summary>The conversation's messages as this person sees them.</summary>
    public IReadOnlyList<ThreadMessage> Messages => _connector.Thread(Conversation.Id, User.Id);

    /// <summary>Says something; in a group chat or channel with a mention of the bot.</summary>
    /// <param name="text">What is said, without the mention.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<ChatAnswer> SayAsync(string text, CancellationToken ct = default)
    {
        JsonObject activity = Activities.Message(text);
        _connector.Show(Conversation.Id, (string)activity["id"]!, User.Name, isFromBot: false, Shown(activity, text));
        return await SendAsync(activity, ct);
    }

    /// <summary>Says something to the bot alone, as a slash command of Teams does: nobody else in the conversation sees it.</summary>
    /// <param name="text">What is said.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<ChatAnswer> WhisperAsync(string text, CancellationToken ct = default)
    {
        JsonObject activity = Activities.Targeted(text);
        _connector.Show(Conversation.Id, (string)activity["id"]!, User.Name, isFromBot: false, activity, only: User.Id);
        return await SendAsync(activity, ct);
    }

    /// <summary>Presses a button of a message's card.</summary>
    /// <param name="message">The message.</param>
    /// <param name="button">The button's title, verb or id.</param>
    /// <param name="inputs">What is typed into the card's inputs; the others keep their defaults.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="InvalidOperationException">No such button or input, or the client would not send the press.</exception>
    public Task<ChatAnswer> PressAsync(ThreadMessage message, string button, IReadOnlyDictionary<string, string>? inputs = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        CardButton? found = message.Card is null ? null : CardReader.Buttons(message.Card).FirstOrDefault(b => b.Is(button));
        return found is null
            ? throw new InvalidOperationException($"No button {button} in the message:\n{ThreadPrinter.Print(message)}")
            : PressAsync(message, found, inputs, ct);
    }

    /// <summary>Presses a button of the newest message that has it.</summary>
    /// <param name="button">The button's title, verb or id.</param>
    /// <param name="inputs">What is typed into the card's inputs; the others keep their defaults.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="InvalidOperationException">No such button in the conversation, or the client would not send the press.</exception>
    public Task<ChatAnswer> PressAsync(string button, IReadOnlyDictionary<string, string>? inputs = null, CancellationToken ct = default)
    {
        ThreadMessage? message = Messages.LastOrDefault(m => !m.IsDeleted && m.Card is { } card && CardReader.Buttons(card).Any(b => b.Is(button)));
        return message is null
            ? throw new InvalidOperationException($"No button {button} in the conversation:\n{_connector.Print(Conversation.Id, User.Id)}")
            : PressAsync(message, button, inputs, ct);
    }

    /// <summary>Answers a file consent card: agrees to it, with the place where the file is to go, or declines it.</summary>
    /// <param name="message">The message that holds the card.</param>
    /// <param name="upload">The upload session; null to decline.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="InvalidOperationException">The message asks for no file.</exception>
    public Task<ChatAnswer> AnswerFileConsentAsync(ThreadMessage message, Uri? upload, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        JsonObject asked = message.FileConsent ?? throw new InvalidOperationException($"No file is asked for in the message:\n{ThreadPrinter.Print(message)}");
        return SendAsync(Activities.Consent(asked, message.Id, upload), ct);
    }

    /// <summary>Waits until the conversation holds a message of the bot in a given state.</summary>
    /// <param name="predicate">Which.</param>
    /// <param name="timeout">How long; 15 s by default.</param>
    public Task<ThreadMessage> WaitForAsync(Func<ThreadMessage, bool> predicate, TimeSpan? timeout = null) =>
        _connector.WaitForMessageAsync(Conversation.Id, m => m.IsFromBot && predicate(m), timeout, User.Id);

    /// <summary>Waits until the bot has a message whose text or card holds some words.</summary>
    /// <param name="words">The words.</param>
    /// <param name="timeout">How long; 15 s by default.</param>
    public Task<ThreadMessage> WaitForTextAsync(string words, TimeSpan? timeout = null) =>
        WaitForAsync(
            m => m.Text?.Contains(words, StringComparison.Ordinal) == true
                || (m.Card is { } card && CardReader.Words(card).Contains(words, StringComparison.Ordinal)),
            timeout);

    /// <summary>Installs the bot in the conversation: the two events that a client sends when a chat with it is opened.</summary>
    /// <param name="ct">Gives up.</param>
    /// <returns>The answer to the second.</returns>
    public async Task<ChatAnswer> OpenAsync(CancellationToken ct = default)
    {
        await SendAsync(Activities.Installed(), ct);
        return await SendAsync(Activities.BotAdded(), ct);
    }

    /// <summary>Sends an activity as it is: one of one's own making, or one that was sent before, as a channel does that missed the answer.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<ChatAnswer> SendAsync(JsonObject activity, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        if (ExpectsReplies)
        {
            activity["deliveryMode"] = "expectReplies";
        }

        using ByteArrayContent content = new(JsonSerializer.SerializeToUtf8Bytes(activity));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using HttpRequestMessage request = new(HttpMethod.Post, _bot) { Content = content };
        if (Authorization is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", Authorization());
        }

        long sent = Stopwatch.GetTimestamp();
        using HttpResponseMessage response = await s_http.SendAsync(request, ct);
        byte[] body = await response.Content.ReadAsByteArrayAsync(ct);
        ChatAnswer answer = new((int)response.StatusCode, Parse(body), activity, sent, Stopwatch.GetTimestamp());
        ShowReplies(answer);
        return answer;
    }

    private ChatActivities Activities => new(_connector.ServiceUrl.ToString(), _account, User, Conversation, Locale);

    /// <summary>Presses one button of a message's card, where several bear the same title or verb.</summary>
    /// <param name="message">The message.</param>
    /// <param name="button">The button, as <see cref="CardReader.Buttons"/> reads it.</param>
    /// <param name="inputs">What is typed into the card's inputs; the others keep their defaults.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="InvalidOperationException">No such input, or the client would not send the press.</exception>
    public async Task<ChatAnswer> PressAsync(
        ThreadMessage message, CardButton button, IReadOnlyDictionary<string, string>? inputs = null, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(button);
        JsonObject action = KnowsNoExecute && button.Type == "Action.Execute"
            ? button.Action["fallback"] as JsonObject ?? throw new InvalidOperationException($"{button.Title} has no fallback for an old client.")
            : button.Action;
        JsonObject data = Press.Data(button, action, inputs ?? s_nothing);
        switch (CardReader.Text(action, "type"))
        {
            case "Action.Submit":
                return await SendAsync(Activities.Submit(data, message.Id), ct);
            case "Action.Execute":
                ChatAnswer answer = await SendAsync(Activities.Execute(action, data, message.Id), ct);
                if (answer.Card is { } card)
                {
                    _connector.Paint(message.ConversationId, message.Id, card);
                }

                return answer;
            case var other:
                throw new InvalidOperationException($"A press on {button.Title} ({other}) sends nothing to the bot.");
        }
    }

    private void ShowReplies(ChatAnswer answer)
    {
        foreach (JsonObject reply in ((answer.Body as JsonObject)?["activities"] as JsonArray)?.OfType<JsonObject>() ?? [])
        {
            if ((string?)reply["type"] == "message")
            {
                _connector.Show(Conversation.Id, _connector.NextId(), _account.Name, isFromBot: true, reply);
            }
        }
    }

    // A person sees the mention as a name.
    private JsonObject Shown(JsonObject activity, string text)
    {
        JsonObject shown = (JsonObject)activity.DeepClone();
        shown["text"] = Conversation.IsGroup ? $"@{_account.Name} {text}" : text;
        return shown;
    }

    private static JsonNode? Parse(byte[] body)
    {
        try
        {
            return body.Length == 0 ? null : JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
