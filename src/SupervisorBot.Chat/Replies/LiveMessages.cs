using Microsoft.Extensions.Logging;
using SupervisorBot.BotFramework.Channel;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.BotFramework.Threads;
using SupervisorBot.Chat.State;
using SupervisorBot.Chat.Telemetry;

namespace SupervisorBot.Chat.Replies;

/// <summary>
/// Messages that follow the state of something: each is posted once and then edited. While one edit is on its way only the newest state
/// waits behind it, so a burst of changes costs two edits and the last one always carries the whole state. A state of a lower rank than the
/// one shown is dropped, so that an answer that took longer never paints over a newer event.
/// </summary>
internal sealed class LiveMessages(IThreads threads, ILiveMessageStore store, ILogger<LiveMessages> logger)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Pump> _pumps = new(StringComparer.Ordinal);

    /// <summary>Shows a state: edits the message of that key, or posts one where there is none. Never waits for the channel; the
    /// message is made when it leaves, so that a state which is overtaken before costs nothing.</summary>
    public void Show(string key, ConversationReference where, Func<Activity> activity, int rank = 0) =>
        Show(key, new Wanted(where, activity, rank));

    private void Show(string key, Wanted wanted)
    {
        lock (_lock)
        {
            var pump = PumpOf(key);
            if (pump.Wanted is { } waiting && waiting.Rank > wanted.Rank)
            {
                return;
            }

            pump.Wanted = wanted;
            if (pump.IsBusy || pump.Reservations > 0)
            {
                return;
            }

            pump.IsBusy = true;
        }

        _ = RunAsync(key);
    }

    /// <summary>
    /// Announces that a new message of this key is about to be sent by other means. States shown meanwhile wait for it and then edit it.
    /// </summary>
    public Reservation Reserve(string key)
    {
        lock (_lock)
        {
            PumpOf(key).Reservations++;
        }

        return new Reservation(this, key);
    }

    /// <summary>Notes that a message, known from a press on it, shows this key.</summary>
    public async Task AdoptAsync(string key, ConversationReference where, string? activityId, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(activityId))
        {
            return;
        }

        var known = await store.FindAsync(key, cancellationToken);
        if (known?.ActivityId != activityId)
        {
            await store.PutAsync(key, new LiveMessage(where, activityId, known?.Rank ?? 0), cancellationToken);
        }
    }

    public ValueTask<LiveMessage?> FindAsync(string key, CancellationToken cancellationToken) => store.FindAsync(key, cancellationToken);

    /// <summary>Shows a last state and forgets the message: what comes after it under the same key gets a new one.</summary>
    public void Finish(string key, ConversationReference where, Func<Activity> activity) =>
        Show(key, new Wanted(where, activity, Rank: 0, IsLast: true));

    private Pump PumpOf(string key)
    {
        if (!_pumps.TryGetValue(key, out var pump))
        {
            _pumps[key] = pump = new Pump();
        }

        return pump;
    }

    private async Task RunAsync(string key)
    {
        while (Next(key) is { } wanted)
        {
            try
            {
                await BringAsync(key, wanted);
            }
            catch (ChannelException refused)
            {
                Log.LiveMessageNotSent(logger, refused.Kind, refused.Status);
            }
#pragma warning disable CA1031 // Nobody awaits this loop: an unforeseen error must not end the edits of this message for good.
            catch (Exception unforeseen)
#pragma warning restore CA1031
            {
                Log.LiveMessageBroke(logger, unforeseen.GetType().Name);
            }
        }
    }

    private Wanted? Next(string key)
    {
        lock (_lock)
        {
            var pump = PumpOf(key);
            if (pump.Wanted is { } wanted && pump.Reservations == 0)
            {
                pump.Wanted = null;
                return wanted;
            }

            pump.IsBusy = false;
            if (pump.Reservations == 0)
            {
                _pumps.Remove(key);
            }

            return null;
        }
    }

    private async Task BringAsync(string key, Wanted wanted)
    {
        var shown = await store.FindAsync(key, CancellationToken.None);
        if (shown is not null)
        {
            if (shown.Rank > wanted.Rank)
            {
                return;
            }

            try
            {
                var edited = await threads.EditAsync(shown.Conversation, shown.ActivityId, wanted.Activity(), CancellationToken.None);
                await edited.Delivery;
                await NoteEditAsync(key, shown, wanted);
                return;
            }
            catch (ChannelException gone) when (gone.Kind is ChannelFailure.NotFound or ChannelFailure.Rejected)
            {
                // Deleted, or too old to be edited: the state is posted anew, so that it is told at all.
                await store.RemoveAsync(key, CancellationToken.None);
            }
        }

        var posted = await (await threads.PostAsync(wanted.Where, wanted.Activity(), CancellationToken.None)).Delivery;
        if (!wanted.IsLast)
        {
            await RememberAsync(key, wanted.Where, posted, wanted.Rank);
        }
    }

    // While the edit was on its way a new message may have taken the key over; then there is nothing to note.
    private async Task NoteEditAsync(string key, LiveMessage shown, Wanted wanted)
    {
        var current = await store.FindAsync(key, CancellationToken.None);
        if (current?.ActivityId != shown.ActivityId)
        {
            return;
        }

        if (wanted.IsLast)
        {
            await store.RemoveAsync(key, CancellationToken.None);
        }
        else
        {
            await store.PutAsync(key, shown with { Rank = wanted.Rank }, CancellationToken.None);
        }
    }

    private async Task RememberAsync(string key, ConversationReference where, SentActivity sent, int rank)
    {
        if (sent.Id is { Length: > 0 } id)
        {
            await store.PutAsync(key, new LiveMessage(where, id, rank), CancellationToken.None);
        }
    }

    private void Release(string key)
    {
        lock (_lock)
        {
            var pump = PumpOf(key);
            pump.Reservations--;
            if (pump.IsBusy || pump.Reservations > 0)
            {
                return;
            }

            if (pump.Wanted is null)
            {
                _pumps.Remove(key);
                return;
            }

            pump.IsBusy = true;
        }

        _ = RunAsync(key);
    }

    private sealed record Wanted(ConversationReference Where, Func<Activity> Activity, int Rank, bool IsLast = false);

    private sealed class Pump
    {
        public Wanted? Wanted { get; set; }

        public bool IsBusy { get; set; }

        public int Reservations { get; set; }
    }

    /// <summary>A message that is about to be sent, see <see cref="Reserve"/>. Give it back by <see cref="Dispose"/> where nothing is sent.</summary>
    internal sealed class Reservation(LiveMessages owner, string key) : IDisposable
    {
        private bool _isReleased;
        private bool _isHandedOver;

        /// <summary>Sends the message and remembers its id; ends when it is sent, or queued where that is the sender's way.</summary>
        public async Task SendAsync(ConversationReference where, Func<Task<SentActivity>> send, int rank = 0)
        {
            var sent = await send();
            _isHandedOver = sent.IsPending;
            if (sent.IsPending)
            {
                _ = FinishAsync(where, sent.Delivery, rank);
                return;
            }

            await owner.RememberAsync(key, where, sent, rank);
        }

        public void Dispose()
        {
            if (!_isHandedOver)
            {
                Release();
            }
        }

        private async Task FinishAsync(ConversationReference where, Task<SentActivity> delivery, int rank)
        {
            try
            {
                await owner.RememberAsync(key, where, await delivery, rank);
            }
            catch (ChannelException refused)
            {
                Log.LiveMessageNotSent(owner.Logger, refused.Kind, refused.Status);
            }
            finally
            {
                Release();
            }
        }

        private void Release()
        {
            if (!_isReleased)
            {
                _isReleased = true;
                owner.Release(key);
            }
        }
    }

    private ILogger Logger => logger;
}
