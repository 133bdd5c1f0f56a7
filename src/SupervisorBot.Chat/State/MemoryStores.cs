using Microsoft.Extensions.Options;
using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.Chat.State;

/// <summary>The chat's state in the process's own memory: bounded, aged, and gone with the process.</summary>
internal sealed class MemoryStores(IOptions<ChatOptions> options, TimeProvider time)
    : IPersonalChatStore, IWelcomeStore, ISeenActivityStore, IUsedTicketStore, ILanguageStore
{
    private readonly AgedMemory<ConversationReference> _chats = new(options.Value.RememberedConversations, options.Value.ConversationMemory, time);
    private readonly AgedMemory<string> _languages = new(options.Value.RememberedConversations, options.Value.ConversationMemory, time);
    private readonly AgedMemory<bool> _welcomed = new(options.Value.RememberedConversations, options.Value.ConversationMemory, time);
    // No ticket lives longer.
    private static readonly TimeSpan s_ticketMemory = TimeSpan.FromHours(2);

    private readonly AgedMemory<bool> _used = new(100_000, s_ticketMemory, time);
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

    ValueTask<bool> IUsedTicketStore.TryUseAsync(Guid id, CancellationToken cancellationToken) => ValueTask.FromResult(_used.TryAdd(id.ToString(), true));

    ValueTask<bool> ISeenActivityStore.TryAddAsync(string conversationId, string activityId, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_seen.TryAdd($"{conversationId}\n{activityId}", true));

    ValueTask<string?> ILanguageStore.FindAsync(string tenantId, string personId, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_languages.TryGet($"{tenantId}\n{personId}", out var language) ? language : null);

    ValueTask ILanguageStore.PutAsync(string tenantId, string personId, string language, CancellationToken cancellationToken)
    {
        _languages.Put($"{tenantId}\n{personId}", language);
        return ValueTask.CompletedTask;
    }

    ValueTask ILanguageStore.RemoveAsync(string tenantId, string personId, CancellationToken cancellationToken)
    {
        _languages.Remove($"{tenantId}\n{personId}");
        return ValueTask.CompletedTask;
    }
}
