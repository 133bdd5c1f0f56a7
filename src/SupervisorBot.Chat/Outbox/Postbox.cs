using Microsoft.Extensions.Logging;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.Targeting;
using SupervisorBot.Chat.Telemetry;
using SupervisorBot.Supervision.Outbox;

namespace SupervisorBot.Chat.Outbox;

/// <summary>Puts messages of the conversation itself into the outbox: what answers a command and is brought up to date later, and what a press changes.</summary>
internal sealed class Postbox(IOutboxStore store, IOutboxWaker waker, ILogger<Postbox> logger)
{
    /// <summary>Stores messages and makes them leave.</summary>
    public async Task AddAsync(IReadOnlyList<OutboxEntry> entries, CancellationToken cancellationToken)
    {
        if (entries.Count == 0)
        {
            return;
        }

        await store.AddAsync(entries, cancellationToken);
        waker.Wake(entries.Select(entry => entry.Thread).Distinct(StringComparer.Ordinal));
    }

    /// <summary>Shows the state of a live message in answer to a turn; within the HTTP answer where its sender asked for that, and then it is no live message.</summary>
    public async Task AnswerAsync(ChatTurn turn, string key, Activity activity, int rank, CancellationToken cancellationToken)
    {
        if (turn.WantsRepliesInBody)
        {
            await turn.Turn.Replies.SendAsync(activity, cancellationToken);
        }
        else
        {
            await AddAsync([OutgoingEntries.Show(key, turn.Conversation, activity, rank)], cancellationToken);
        }
    }

    /// <summary>The same, for the person alone whose turn it is.</summary>
    public async Task AnswerPrivatelyAsync(ChatTurn turn, string key, Activity activity, int rank, CancellationToken cancellationToken)
    {
        if (!turn.WantsRepliesInBody)
        {
            await AddAsync([OutgoingEntries.ShowPrivately(key, turn, activity, rank)], cancellationToken);
        }
        else if (turn.Conversation is { IsPersonal: false, User: { Id.Length: > 0 } person })
        {
            await turn.Turn.Replies.SendAsync(TargetedMessages.For(person, activity), cancellationToken);
        }
        else
        {
            await turn.Turn.Replies.SendAsync(activity, cancellationToken);
        }
    }

    /// <summary>Shows a state without anybody waiting for it.</summary>
    public void Share(OutboxEntry entry) => _ = ShareAsync(entry);

    /// <summary>Notes that a message, known from a press on it, shows this key.</summary>
    public async Task AdoptAsync(string key, ConversationReference where, string? activityId, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(activityId))
        {
            return;
        }

        var known = await store.FindShownAsync(key, cancellationToken);
        if (known?.ActivityId != activityId)
        {
            await store.PutShownAsync(new ShownMessage(key, ActivityJson.Write(where), activityId, known?.Rank ?? 0), cancellationToken);
        }
    }

    /// <summary>Where a live message stands, or null.</summary>
    public Task<ShownMessage?> FindShownAsync(string key, CancellationToken cancellationToken) => store.FindShownAsync(key, cancellationToken);

    private async Task ShareAsync(OutboxEntry entry)
    {
        try
        {
            await AddAsync([entry], CancellationToken.None);
        }
#pragma warning disable CA1031 // Whoever pressed has the answer already: that others do not see it is logged, there is nobody to throw it to.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.OutboxFailed(logger, exception.GetType().Name);
        }
    }
}
