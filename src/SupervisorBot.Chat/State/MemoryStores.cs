using Microsoft.Extensions.Options;
using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.Chat.State;

/// <summary>The chat's state in the process's own memory: bounded, aged, and gone with the process.</summary>
internal sealed class MemoryStores(IOptions<ChatOptions> options, TimeProvider time)
    : IPersonalChatStore, IWelcomeStore, ISeenActivityStore
{
    private readonly AgedMemory<ConversationReference> _chats = new(options.Value.RememberedConversations, options.Value.ConversationMemory, time);
    private readonly AgedMemory<bool> _welcomed = new(options.Value.RememberedConversations, options.Value.ConversationMemory, time);
    private readonly AgedMemory<bool> _seen = new(options.Value.RememberedActivities, options.Value.ActivityMemory, time);

    ValueTask<ConversationReference?> IPersonalChatStore.FindAsync(string userId, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_chats.TryGet(userId, out var chat) ? chat : null);

    ValueTask IPersonalChatStore.PutAsync(string userId, ConversationReference conversation, CancellationToken cancellationToken)
    {
        _chats.Put(userId, conversation);
        return ValueTask.CompletedTask;
    }

    ValueTask IPersonalChatStore.RemoveAsync(string userId, CancellationToken cancellationToken)
    {
        _chats.Remove(userId);
        return ValueTask.CompletedTask;
    }

    ValueTask<bool> IWelcomeStore.TryAddAsync(string conversationId, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_welcomed.TryAdd(conversationId, true));

    ValueTask IWelcomeStore.RemoveAsync(string conversationId, CancellationToken cancellationToken)
    {
        _welcomed.Remove(conversationId);
        return ValueTask.CompletedTask;
    }

    ValueTask<bool> ISeenActivityStore.TryAddAsync(string conversationId, string activityId, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_seen.TryAdd($"{conversationId}\n{activityId}", true));
}
