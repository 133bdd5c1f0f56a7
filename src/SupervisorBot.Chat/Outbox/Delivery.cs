using System.Text.Json;
using Microsoft.Extensions.Logging;
using SupervisorBot.BotFramework.Channel;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.BotFramework.Threads;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.Sealing;
using SupervisorBot.Chat.Telemetry;
using SupervisorBot.Supervision.Outbox;

namespace SupervisorBot.Chat.Outbox;

/// <summary>
/// Sends one message of the outbox: a new one, an edit, or one for a single person. Each is tried once; the outbox tries again, so that it is always the
/// newest state that goes out.
/// </summary>
internal sealed class Delivery(
    IThreads threads, IOutboxStore store, PrivateDelivery privately, ThreadMemory memory, PressSeals seals, ILogger<Delivery> logger)
{
    /// <summary>Sends one message, in its conversation's turn.</summary>
    /// <param name="row">The message; it decides which conversation's turn is awaited.</param>
    /// <param name="next">Asked when that turn has come: what to send by then, or null for nothing.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<SendOutcome> SendAsync(OutboxRow row, Func<OutboxRow, Task<OutboxRow?>> next, CancellationToken cancellationToken)
    {
        var attempt = new Attempt(row);
        try
        {
            var message = OutgoingMessage.Read(row.Entry.Message);
            if (message.To is { } person)
            {
                return await privately.SendAsync(attempt, message, person, next, cancellationToken);
            }

            SendOutcome outcome = new NothingSent();
            var where = LivePlaces.AddressOf(row, message);
            await threads.RunAsync(
                where,
                async (channel, stop) =>
                {
                    // A press that came after the reading is held back for; what was read before it does not tell of it.
                    // What only one person may read goes its own way, with the next reading.
                    if (await next(row) is { } current && !threads.IsHeld(where.ConversationId) && OutgoingMessage.Read(current.Entry.Message).To is null)
                    {
                        attempt.Row = current;
                        outcome = await SendAsync(attempt, channel, stop);
                    }
                },
                cancellationToken);
            return outcome;
        }
        catch (ChannelException refused)
        {
            var failed = FailureRules.Judge(attempt.Row, refused, attempt.IsNew);
            if (failed.Verdict == FailureVerdict.Stop)
            {
                await memory.ForgetAsync(attempt.Row);
            }

            return failed;
        }
        catch (JsonException)
        {
            return new Failed(attempt.Row, FailureVerdict.Bury, "Unreadable");
        }
        catch (OperationCanceledException) when (!attempt.IsOut)
        {
            return new NothingSent();
        }
#pragma warning disable CA1031 // Whatever a channel throws, the message still waits; whether it went out is not known.
        catch (Exception unforeseen)
#pragma warning restore CA1031
        {
            Log.PostBroke(logger, unforeseen.GetType().Name);
            return attempt.IsOut
                ? FailureRules.Unanswered(attempt.Row, attempt.IsNew, unforeseen.GetType().Name)
                : new Failed(attempt.Row, FailureVerdict.Retry, unforeseen.GetType().Name);
        }
    }

    private async Task<SendOutcome> SendAsync(Attempt attempt, IChannel channel, CancellationToken cancellationToken)
    {
        var row = attempt.Row;
        var message = OutgoingMessage.Read(row.Entry.Message);
        if (row.Entry.Kind == OutboxKind.Post)
        {
            var post = await seals.SealAsync(message.Activity, message.Conversation, message.Home, cancellationToken);
            attempt.IsOut = attempt.IsNew = true;
            await channel.SendAsync(message.Conversation, post, cancellationToken);
            return new Sent(row, null, "post");
        }

        if (row.Entry.OnlyIfShown && row.Shown is null)
        {
            return new Sent(row, null, "dropped");
        }

        attempt.IsOut = true;
        return await TryEditAsync(row, message, channel, cancellationToken) ?? await PostAnewAsync(attempt, message, channel, cancellationToken);
    }

    private async Task<Sent?> TryEditAsync(OutboxRow row, OutgoingMessage message, IChannel channel, CancellationToken cancellationToken)
    {
        if (LivePlaces.IdOf(row, message) is not { } id)
        {
            return null;
        }

        var where = LivePlaces.AddressOf(row, message);
        try
        {
            await channel.UpdateAsync(where, id, await seals.SealAsync(message.Activity, where, message.Home, cancellationToken), cancellationToken);
            return new Sent(row, LivePlaces.NoteOfEdit(row, where, id), "edit");
        }
        catch (ChannelException gone) when (FailureRules.IsMessageGone(gone)
            || (where.ConversationId != message.Conversation.ConversationId && gone.Kind is ChannelFailure.NotFound or ChannelFailure.Forbidden))
        {
            // Deleted, or too old to be edited: the state is posted anew, so that it is told at all.
            await store.RemoveShownAsync(row.Entry.Key!, id, cancellationToken);
            return null;
        }
    }

    private async Task<Sent> PostAnewAsync(Attempt attempt, OutgoingMessage message, IChannel channel, CancellationToken cancellationToken)
    {
        var post = await seals.SealAsync(message.Activity, message.Conversation, message.Home, cancellationToken);
        attempt.IsNew = true;
        var sent = await channel.SendAsync(message.Conversation, post, cancellationToken);
        // The note that it replaces, of a message that is gone, was removed.
        var row = attempt.Row with { Shown = null };
        return new Sent(row, sent.Id is { Length: > 0 } id ? LivePlaces.Note(row, message.Conversation, id) : null, "show");
    }
}
