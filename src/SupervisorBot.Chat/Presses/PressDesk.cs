using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Chat.Access;
using SupervisorBot.Chat.Admission;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Outbox;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.Sealing;
using SupervisorBot.Chat.State;
using SupervisorBot.Chat.Telemetry;
using SupervisorBot.Chat.Texts;

namespace SupervisorBot.Chat.Presses;

/// <summary>
/// Takes presses on cards, whichever way they come: as an invoke (<c>Action.Execute</c>), answered at once with the card's next state, or as
/// a message with a value (<c>Action.Submit</c>), which cannot be answered with a card and is answered by editing the pressed message.
/// </summary>
internal sealed class PressDesk(
    IEnumerable<IPressHandler> handlers,
    Authorizer authorizer,
    Postbox postbox,
    CardMessages cards,
    Answers answers,
    RefusalAudit refusals,
    SealCheck check,
    PressSeals seals,
    IOptions<ChatOptions> options,
    TimeProvider time,
    ILogger<PressDesk> logger)
{
    private readonly FrozenDictionary<string, IPressHandler> _handlers = handlers
        .SelectMany(handler => handler.Verbs.Keys.Select(verb => KeyValuePair.Create(verb, handler)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Answers the invoke of an <c>Action.Execute</c>.</summary>
    public async Task<InvokeResponse> AnswerAsync(ChatTurn turn, AdaptiveCardAction action, CancellationToken cancellationToken)
    {
        var data = new PressData(action.Data);
        turn = turn.OfPress(data);
        var press = new Press(turn, data.Verb ?? "", data, action.MessageId);
        var reply = await check.RefuseAsync(press, action.Data, action.Verb, cancellationToken) ?? await HandleInTimeAsync(press, cancellationToken);
        if (reply is PressReply.Card { IsForPresser: true } own && turn.IsBeforeOthers)
        {
            Share(press, own);
            return AdaptiveCardInvoke.Message(HelpTexts.ForYouAlone);
        }

        if (reply is PressReply.Card { IsShared: true } card)
        {
            Share(press, card);
        }

        return reply switch
        {
            PressReply.Card shown =>
                AdaptiveCardInvoke.Card(await seals.SealAsync(cards.Render(shown.Content), turn.Conversation, turn.Marks, cancellationToken)),
            PressReply.Word word => AdaptiveCardInvoke.Message(word.Text),
            _ => AdaptiveCardInvoke.Message(CommonTexts.OldButton),
        };
    }

    /// <summary>Handles the message of an <c>Action.Submit</c>.</summary>
    public async Task HandleSubmitAsync(ChatTurn turn, JsonElement value, CancellationToken cancellationToken)
    {
        var data = new PressData(value);
        turn = turn.OfPress(data);
        var press = new Press(turn, data.Verb ?? "", data, turn.Turn.Activity.ReplyToId);
        switch (await check.RefuseAsync(press, value, "", cancellationToken) ?? await HandleAsync(press, cancellationToken))
        {
            case PressReply.Card card when press.MessageId is { Length: > 0 }:
                Share(press, card);
                break;
            case PressReply.Card card when turn.IsInPrivate || card.IsForPresser:
                await answers.SayPrivatelyAsync(turn.Turn, card.Content, cancellationToken);
                break;
            case PressReply.Card card:
                await answers.SayAsync(turn.Turn, card.Content, cancellationToken);
                break;
            case PressReply.Word word:
                await answers.SayPrivatelyAsync(turn.Turn, word.Text, cancellationToken);
                break;
        }
    }

    private async Task<PressReply> HandleInTimeAsync(Press press, CancellationToken cancellationToken)
    {
        if (!_handlers.TryGetValue(press.Verb, out var handler) || !handler.Reads)
        {
            return await HandleAsync(press, cancellationToken);
        }

        // The reading must outlive the invoke, whose own token ends with its answer.
        var limit = new CancellationTokenSource(options.Value.ReadingLimit, time);
        var reading = HandleAsync(press, limit.Token);
        _ = reading.ContinueWith(_ => limit.Dispose(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        using var answered = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var first = await Task.WhenAny(reading, Task.Delay(options.Value.PressAnswerLimit, time, answered.Token));
        await answered.CancelAsync();
        if (first == reading)
        {
            return await reading;
        }

        _ = ShareLaterAsync(press, reading);
        return press.Turn.IsBeforeOthers
            ? new PressReply.Word(HelpTexts.Working, PressReply.NoEffect)
            : new PressReply.Card(Working(), PressReply.NoEffect, IsShared: false);
    }

    private async Task<PressReply> HandleAsync(Press press, CancellationToken cancellationToken)
    {
        var reply = await DecideAsync(press, cancellationToken);
        var verb = _handlers.ContainsKey(press.Verb) ? press.Verb : "unknown";
        ChatTelemetry.Press(verb, reply.Result);
        Log.PressTaken(logger, verb, press.Inspector.AgentId, reply.Result);
        if (reply.RefusedFor is { } why)
        {
            await refusals.WriteAsync(press.Turn.Turn, PressActs.Of(press), why, press.Inspector, press.Data.WorkNo, press.Data.OperationId);
        }

        return reply;
    }

    private async Task<PressReply> DecideAsync(Press press, CancellationToken cancellationToken)
    {
        if (!_handlers.TryGetValue(press.Verb, out var handler))
        {
            return PressReply.OldButton();
        }

        if (press.Data.By is { } owner && owner != press.Inspector.AgentId)
        {
            return new PressReply.Word(CommonTexts.OnlyThePersonWhoAsked(press.Data.Asker ?? CommonTexts.Number(owner)), PressReply.Refused)
            {
                RefusedFor = RefusalReasons.NotYours,
            };
        }

        if (await authorizer.WhyNotAsync(press.Turn, handler.Verbs[press.Verb], press.Data.Mode, press.Data.WorkNo, cancellationToken) is { } denial)
        {
            return new PressReply.Word(AccessTexts.Of(denial), PressReply.Refused);
        }

        using var span = ChatTelemetry.Source.StartActivity($"press {press.Verb}");
        return await handler.HandleAsync(press, cancellationToken);
    }

    private async Task ShareLaterAsync(Press press, Task<PressReply> reading)
    {
        PressReply.Card card;
        try
        {
            card = await reading switch
            {
                PressReply.Card read => read,
                PressReply.Word word => new PressReply.Card(Note(word.Text), word.Result) { IsForPresser = true },
                _ => new PressReply.Card(Note(CommonTexts.OldButton), PressReply.NoEffect) { IsForPresser = true },
            };
        }
#pragma warning disable CA1031 // The invoke was answered long ago: whatever went wrong, the card must not stay at "one moment".
        catch (Exception broken)
#pragma warning restore CA1031
        {
            Log.TurnBroke(logger, broken.GetType().Name, press.Turn.Turn.Activity.Id);
            card = new PressReply.Card(Note(CommonTexts.Broken), PressReply.Refused) { IsForPresser = true };
        }

        Share(press, card);
    }

    private void Share(Press press, PressReply.Card card)
    {
        if (press.MessageId is not { Length: > 0 } messageId)
        {
            return;
        }

        var turn = press.Turn;
        var key = card.Key ?? LiveKeys.Message(turn.Conversation, messageId);
        var message = cards.Message(card.Content);
        postbox.Share((card.IsForPresser, turn.IsBeforeOthers) switch
        {
            // The pressed message is everybody's.
            (true, true) => OutgoingEntries.ShowPrivately(card.Key ?? LiveKeys.Line(turn.RequestId), turn, message, card.Rank),
            (_, true) => OutgoingEntries.Show(key, turn.Conversation, message, card.Rank, messageId),
            _ => OutgoingEntries.ShowPrivately(key, turn, message, card.Rank, messageId),
        });
    }

    private static CardContent Working() => new CardBuilder("note", CommonTexts.Working).Line(CommonTexts.WorkingText).Build();

    private static CardContent Note(string text) => new CardBuilder("note", CommonTexts.NotDone).Line(text).Build();
}
