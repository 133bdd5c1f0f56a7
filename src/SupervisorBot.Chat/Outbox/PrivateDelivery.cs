using SupervisorBot.BotFramework.Channel;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.BotFramework.Threads;
using SupervisorBot.Chat.Sealing;
using SupervisorBot.Chat.Targeting;
using SupervisorBot.Supervision.Outbox;

namespace SupervisorBot.Chat.Outbox;

/// <summary>
/// Sends what only one person may read: as a targeted message into the conversation that it concerns, or, where that is not possible, into their personal chat.
/// A live message is edited wherever it came to stand.
/// </summary>
internal sealed class PrivateDelivery(IThreads threads, IOutboxStore store, PersonalChats people, TargetedMessages targeted, PressSeals seals)
{
    /// <summary>Sends one message for one person.</summary>
    /// <param name="attempt">The message; told how far it has come.</param>
    /// <param name="message">The same, read.</param>
    /// <param name="person">Who may read it.</param>
    /// <param name="next">Asked when the conversation's turn has come: what to send by then, or null for nothing.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<SendOutcome> SendAsync(
        Attempt attempt, OutgoingMessage message, ChannelAccount person, Func<OutboxRow, Task<OutboxRow?>> next, CancellationToken cancellationToken)
    {
        var isLive = attempt.Row.Entry.Kind == OutboxKind.Show;
        if (isLive && LivePlaces.IdOf(attempt.Row, message) is { } id && await TryEditAsync(attempt, message, person, id, next, cancellationToken) is { } edited)
        {
            return edited;
        }

        if (attempt.Row is { Entry.OnlyIfShown: true, Shown: null })
        {
            return new Sent(attempt.Row, null, "dropped");
        }

        if ((isLive || message.Here) && targeted.MaySend(message.Conversation, person)
            && await TryTargetAsync(attempt, message, person, next, cancellationToken) is { } sent)
        {
            return sent;
        }

        var told = await people.TellAsync(message, person, () => LeaveAsync(attempt, message.Conversation, next, isNew: true), cancellationToken);
        return told is null
            ? new NothingSent()
            : new Sent(attempt.Row, isLive && told.Id is { Length: > 0 } toldId ? LivePlaces.Note(attempt.Row, told.Where, toldId) : null, "private");
    }

    private async Task<SendOutcome?> TryEditAsync(
        Attempt attempt, OutgoingMessage message, ChannelAccount person, string id, Func<OutboxRow, Task<OutboxRow?>> next, CancellationToken cancellationToken)
    {
        var where = LivePlaces.AddressOf(attempt.Row, message);
        try
        {
            var isSent = false;
            await threads.RunAsync(
                where,
                async (channel, stop) =>
                {
                    if (await LeaveAsync(attempt, where, next, isNew: false) is { } state)
                    {
                        var edit = where.IsPersonal ? state : TargetedMessages.For(person, state);
                        await channel.UpdateAsync(where, id, await seals.SealAsync(edit, where, message.Conversation, stop), stop);
                        isSent = true;
                    }
                },
                cancellationToken);
            return isSent ? new Sent(attempt.Row, LivePlaces.NoteOfEdit(attempt.Row, where, id), "edit") : new NothingSent();
        }
        catch (ChannelException gone) when (FailureRules.IsMessageGone(gone) || TargetedMessages.IsRefusal(gone))
        {
            // Deleted, too old to be edited, or out of reach: the state is posted anew, so that it is told at all.
            await store.RemoveShownAsync(attempt.Row.Entry.Key!, id, cancellationToken);
            attempt.Row = attempt.Row with { Shown = null };
            return null;
        }
    }

    private async Task<SendOutcome?> TryTargetAsync(
        Attempt attempt, OutgoingMessage message, ChannelAccount person, Func<OutboxRow, Task<OutboxRow?>> next, CancellationToken cancellationToken)
    {
        var where = message.Conversation;
        try
        {
            SentActivity? sent = null;
            await threads.RunAsync(
                where,
                async (channel, stop) =>
                {
                    if (await LeaveAsync(attempt, where, next, isNew: true) is { } state)
                    {
                        sent = await channel.SendAsync(where, await seals.SealAsync(TargetedMessages.For(person, state), where, stop), stop);
                    }
                },
                cancellationToken);
            var isLive = attempt.Row.Entry.Kind == OutboxKind.Show;
            return sent is null
                ? new NothingSent()
                : new Sent(attempt.Row, isLive && sent.Id is { Length: > 0 } id ? LivePlaces.Note(attempt.Row, where, id) : null, "targeted");
        }
        catch (ChannelException refusal) when (TargetedMessages.IsRefusal(refusal))
        {
            targeted.Refused(where, person, refusal);
            attempt.IsNew = attempt.IsOut = false;
            return null;
        }
    }

    /// <summary>
    /// The state to send, now that the conversation's turn has come: this message's newest, or none. What is the thread's next by now, if it is another message,
    /// comes with the next reading.
    /// </summary>
    private async Task<Activity?> LeaveAsync(Attempt attempt, ConversationReference where, Func<OutboxRow, Task<OutboxRow?>> next, bool isNew)
    {
        if (await next(attempt.Row) is not { } current || current.Id != attempt.Row.Id || threads.IsHeld(where.ConversationId)
            || OutgoingMessage.Read(current.Entry.Message) is not { To: not null } message)
        {
            return null;
        }

        attempt.Row = current with { Shown = attempt.Row.Shown };
        attempt.IsOut = true;
        attempt.IsNew = isNew;
        return message.Activity;
    }
}
