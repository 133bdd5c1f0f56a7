using System.Text.Json.Nodes;
using SupervisorBot.ConnectorSimulator.Cards;
using SupervisorBot.ConnectorSimulator.Chats;
using SupervisorBot.ConnectorSimulator.Recording;

namespace SupervisorBot.Demo;

/// <summary>
/// One person's chat with the bot, printed as it goes. What is waited for is what the reader has been shown, so that the print and the
/// play never get out of step.
/// </summary>
internal sealed class WatchedChat : IDisposable
{
    /// <summary>How long to wait for anything the bot should show.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan s_reading = TimeSpan.FromMilliseconds(500);

    private readonly RecordingConnector _connector;
    private readonly ChatClient _client;
    private readonly ChatPrinter _printer;
    private readonly CancellationToken _ct;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, ThreadMessage> _shown = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public WatchedChat(RecordingConnector connector, ChatClient client, ChatPrinter printer, CancellationToken ct)
    {
        _connector = connector;
        _client = client;
        _printer = printer;
        _ct = ct;
        _connector.Called += OnCalled;
    }

    private static string Bot => DemoPeople.Bot.Name;

    /// <summary>Opens the chat: the client tells the bot that it was added.</summary>
    public async Task OpenAsync() => Check(await _client.OpenAsync(_ct), "the news that a chat with it was opened");

    /// <summary>Says something to the bot.</summary>
    public async Task SayAsync(string text)
    {
        _printer.Says(_client.User.Name, text);
        Check(await _client.SayAsync(text, _ct), text);
    }

    /// <summary>Presses a button, after the time that a quick reader needs to find it.</summary>
    public async Task PressAsync(ThreadMessage message, CardButton button)
    {
        await Task.Delay(s_reading, _ct);
        _printer.Presses(_client.User.Name, button.Title, NumberOf(message.Id));
        var answer = await _client.PressAsync(message, button, ct: _ct);
        Check(answer, $"the press on {button.Title}");
        if (answer.Card is { } card)
        {
            Show(message with { PaintedCard = card }, () => _printer.Edits(Bot, null, card, NumberOf(message.Id), byPress: true));
        }
        else if (answer.Text is { } text)
        {
            _printer.Whispers(Bot, _client.User.Name, text);
        }
    }

    /// <summary>Waits until the reader has been shown a message in a given state.</summary>
    /// <param name="isIt">Which.</param>
    /// <param name="failure">What to say when it does not come, such as "The bot did not show a confirmation".</param>
    public async Task<ThreadMessage> UntilAsync(Func<ThreadMessage, bool> isIt, string failure)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(_ct);
        ends.CancelAfter(Limit);
        try
        {
            while (true)
            {
                Task changed;
                lock (_gate)
                {
                    changed = _changed.Task;
                    if (_order.Select(id => _shown[id]).LastOrDefault(isIt) is { } found)
                    {
                        return found;
                    }
                }

                await changed.WaitAsync(ends.Token);
            }
        }
        catch (OperationCanceledException) when (!_ct.IsCancellationRequested)
        {
            throw new WalkthroughException($"{failure} within {Limit.TotalSeconds:0} s.");
        }
    }

    /// <summary>Waits until the reader has been shown some words, in a text or a card.</summary>
    public Task<ThreadMessage> UntilAsync(string words, string failure) => UntilAsync(message => Words(message).Contains(words, StringComparison.Ordinal), failure);

    /// <summary>Waits for a button.</summary>
    /// <param name="verb">Its verb.</param>
    /// <param name="isIt">Whether the data that it would send are the right ones.</param>
    /// <param name="failure">What to say when it does not come.</param>
    public async Task<(ThreadMessage Message, CardButton Button)> UntilButtonAsync(string verb, Func<JsonObject, bool> isIt, string failure)
    {
        var message = await UntilAsync(shown => Button(shown, verb, isIt) is not null, failure);
        return (message, Button(message, verb, isIt)!);
    }

    /// <inheritdoc/>
    public void Dispose() => _connector.Called -= OnCalled;

    /// <summary>All words of a message, card included, as they are read.</summary>
    public static string Words(ThreadMessage message) =>
        PlainText.Of(message.Text) + "\n" + (message.Card is { } card ? PlainText.Of(CardReader.Words(card)) : "");

    private static CardButton? Button(ThreadMessage message, string verb, Func<JsonObject, bool> isIt) => message.Card is { } card
        ? CardReader.Buttons(card).FirstOrDefault(button => button.Verb == verb && button.Action["data"] is JsonObject data && isIt(data))
        : null;

    private void OnCalled(object? sender, ConnectorCall call)
    {
        if (call.ConversationId != _client.Conversation.Id || call.Status is not (200 or 201))
        {
            return;
        }

        var thread = _connector.Thread(call.ConversationId, _client.User.Id);
        if (call.IsPost && thread.LastOrDefault(message => message.IsFromBot) is { } posted)
        {
            Show(posted, () => _printer.Posts(Bot, posted.Text, posted.Card, NumberOf(posted.Id)));
        }
        else if (call.Operation == ConnectorOperation.Update && thread.FirstOrDefault(message => message.Id == call.ActivityId) is { } edited)
        {
            Show(edited, () => PrintEdit(edited));
        }
    }

    private void PrintEdit(ThreadMessage edited)
    {
        var number = NumberOf(edited.Id);
        if (_shown.TryGetValue(edited.Id, out var before) && JsonNode.DeepEquals(before.Card, edited.Card))
        {
            _printer.EditsAlike(Bot, number);
        }
        else
        {
            _printer.Edits(Bot, edited.Text, edited.Card, number, byPress: false);
        }
    }

    private void Show(ThreadMessage message, Action print)
    {
        TaskCompletionSource changed;
        lock (_gate)
        {
            if (!_order.Contains(message.Id))
            {
                _order.Add(message.Id);
            }

            print();
            _shown[message.Id] = message;
            changed = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        changed.TrySetResult();
    }

    /// <summary>A message's number for the reader, counted from 1.</summary>
    private int NumberOf(string messageId)
    {
        lock (_gate)
        {
            return _order.IndexOf(messageId) + 1;
        }
    }

    private static void Check(ChatAnswer answer, string what)
    {
        if (answer.Status is not (200 or 202))
        {
            throw new WalkthroughException($"The bot answered HTTP {answer.Status} to {what}.");
        }
    }
}
