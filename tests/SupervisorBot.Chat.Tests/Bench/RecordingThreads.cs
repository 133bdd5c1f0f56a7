using System.Collections.Concurrent;
using SupervisorBot.BotFramework.Channel;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.BotFramework.Threads;
using SupervisorBot.BotFramework.Turns;

namespace SupervisorBot.Chat.Tests.Bench;

/// <summary>Takes what the bot posts and edits, in the order in which it came, and gives ids. Can hold edits up, and refuse.</summary>
internal sealed class RecordingThreads : IThreads, IChannel
{
    private readonly Lock _lock = new();
    private readonly List<Entry> _entries = [];
    private int _next;
    private int _heldUp;
    private int _tries;

    /// <summary>Conversations into which nothing can be posted.</summary>
    public ConcurrentDictionary<string, ChannelFailure> Refused { get; } = new();

    /// <summary>Why creating a personal chat is refused; null where it is not.</summary>
    public ChannelFailure? CreationRefused { get; set; }

    public int Creations { get; private set; }

    /// <summary>Edits wait for this before they are taken.</summary>
    public Task EditGate { get; set; } = Task.CompletedTask;

    /// <summary>Whether an edit waits there now.</summary>
    public bool IsHeldUp => Volatile.Read(ref _heldUp) > 0;

    /// <summary>Decides about everything that is sent, before it is taken; null takes it.</summary>
    public Func<Entry, ChannelException?> Judge { get; set; } = _ => null;

    /// <summary>How often something was sent, taken or not.</summary>
    public int Tries => Volatile.Read(ref _tries);

    public ConcurrentDictionary<string, bool> GoneMessages { get; } = new();

    public IReadOnlyList<Entry> Entries
    {
        get
        {
            lock (_lock)
            {
                return [.. _entries];
            }
        }
    }

    public IReplySink SinkOf(ConversationReference conversation) => new Sink(this, conversation);

    public Task<SentActivity> PostAsync(ConversationReference conversation, Activity activity, CancellationToken ct) =>
        Task.FromResult(Take(conversation, null, activity));

    public Task RunAsync(ConversationReference conversation, Func<IChannel, CancellationToken, Task> work, CancellationToken ct) => work(this, ct);

    public async Task<SentActivity> EditAsync(ConversationReference conversation, string activityId, Activity activity, CancellationToken ct)
    {
        Interlocked.Increment(ref _heldUp);
        await EditGate;
        Interlocked.Decrement(ref _heldUp);
        return GoneMessages.ContainsKey(activityId) ? throw new ChannelException(ChannelFailure.NotFound, 404) : Take(conversation, activityId, activity);
    }

    public bool IsHeld(string conversationId) => false;

    public IThreadHold Hold(string conversationId) => throw new NotSupportedException("The conversation never holds a thread itself.");

    public Task<ConversationReference> CreateConversationAsync(ConversationReference origin, ChannelAccount member, CancellationToken ct)
    {
        Creations++;
        return CreationRefused is { } refused
            ? throw new ChannelException(refused, 403, "ForbiddenOperation")
            : Task.FromResult(origin with { ConversationId = PersonalChatOf(member.Id!), ConversationType = ConversationTypes.Personal });
    }

    public static string PersonalChatOf(string personId) => $"a:personal-of-{personId}";

    public Task<SentActivity> SendAsync(ConversationReference conversation, Activity activity, CancellationToken ct) => PostAsync(conversation, activity, ct);

    public Task<SentActivity> ReplyAsync(ConversationReference conversation, string activityId, Activity activity, CancellationToken ct) =>
        throw new NotSupportedException("The conversation answers in its threads.");

    public Task<SentActivity> UpdateAsync(ConversationReference conversation, string activityId, Activity activity, CancellationToken ct) =>
        EditAsync(conversation, activityId, activity, ct);

    public Task DeleteAsync(ConversationReference conversation, string activityId, bool isTargeted, CancellationToken ct) =>
        throw new NotSupportedException("The conversation deletes nothing.");

    public Task<IReadOnlyList<ChannelAccount>> GetMembersAsync(ConversationReference conversation, CancellationToken ct) =>
        throw new NotSupportedException("The conversation does not ask for members.");

    public Task<ChannelAccount?> GetMemberAsync(ConversationReference conversation, string memberId, CancellationToken ct) =>
        throw new NotSupportedException("The conversation does not ask for members.");

    private SentActivity Take(ConversationReference conversation, string? edited, Activity activity)
    {
        if (Refused.TryGetValue(conversation.ConversationId, out var failure))
        {
            throw new ChannelException(failure, 403, "BotNotInConversationRoster");
        }

        Interlocked.Increment(ref _tries);
        if (Judge(new Entry(edited is not null, conversation.ConversationId, edited ?? "", activity)) is { } refused)
        {
            throw refused;
        }

        lock (_lock)
        {
            var id = edited ?? $"m{++_next}";
            _entries.Add(new Entry(edited is not null, conversation.ConversationId, id, activity));
            return new SentActivity(id);
        }
    }

    private sealed class Sink(RecordingThreads owner, ConversationReference conversation) : IReplySink
    {
        public Task<SentActivity> SendAsync(Activity reply, CancellationToken ct) => Task.FromResult(owner.Take(conversation, null, reply));
    }
}
