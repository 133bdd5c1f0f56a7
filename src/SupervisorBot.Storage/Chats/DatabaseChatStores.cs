using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Chat.State;
using SupervisorBot.Storage.Writing;

namespace SupervisorBot.Storage.Chats;

/// <summary>What the conversation remembers, in the database.</summary>
internal sealed class DatabaseChatStores(DatabaseReader reader, DatabaseWriter writer, TimeProvider time, ILogger<DatabaseChatStores> logger)
    : IPersonalChatStore, IWelcomeStore, ILanguageStore
{
    /// <summary>A chat that is stored as it is already is written again only for its age's sake.</summary>
    private static readonly TimeSpan Refresh = TimeSpan.FromDays(1);

    async ValueTask<ConversationReference?> IPersonalChatStore.FindAsync(string userId, CancellationToken cancellationToken)
    {
        var stored = await FindAsync(userId, cancellationToken);
        try
        {
            return stored is null ? null : ActivityJson.ReadReference(stored.Reference);
        }
        catch (JsonException exception)
        {
            Log.StoredChatUnreadable(logger, exception);
            return null;
        }
    }

    async ValueTask IPersonalChatStore.PutAsync(string userId, ConversationReference conversation, CancellationToken cancellationToken)
    {
        var reference = ActivityJson.Write(conversation);
        var stored = await FindAsync(userId, cancellationToken);
        if (stored is null || stored.Reference != reference || stored.At + Refresh < time.GetUtcNow())
        {
            await writer.WriteAsync(new PersonalChatChange(userId, reference), cancellationToken);
        }
    }

    async ValueTask IPersonalChatStore.RemoveAsync(string userId, CancellationToken cancellationToken) =>
        await writer.WriteAsync(new PersonalChatChange(userId, null), cancellationToken);

    async ValueTask<bool> IWelcomeStore.TryAddAsync(string conversationId, CancellationToken cancellationToken) =>
        await writer.WriteAsync(new WelcomeChange(conversationId), cancellationToken);

    async ValueTask IWelcomeStore.RemoveAsync(string conversationId, CancellationToken cancellationToken) =>
        await writer.WriteAsync(new ForgetWelcomeChange(conversationId), cancellationToken);

    async ValueTask<string?> ILanguageStore.FindAsync(string tenantId, string personId, CancellationToken cancellationToken) =>
        await reader.ReadAsync(
            (context, stop) => context.PersonLanguages.Where(row => row.TenantId == tenantId && row.PersonId == personId).Select(row => row.Language).FirstOrDefaultAsync(stop),
            cancellationToken);

    async ValueTask ILanguageStore.PutAsync(string tenantId, string personId, string language, CancellationToken cancellationToken) =>
        await writer.WriteAsync(new PersonLanguageChange(tenantId, personId, language), cancellationToken);

    async ValueTask ILanguageStore.RemoveAsync(string tenantId, string personId, CancellationToken cancellationToken) =>
        await writer.WriteAsync(new PersonLanguageChange(tenantId, personId, null), cancellationToken);

    private Task<Schema.PersonalChatRow?> FindAsync(string userId, CancellationToken cancellationToken) =>
        reader.ReadAsync((context, stop) => context.PersonalChats.AsNoTracking().FirstOrDefaultAsync(row => row.UserId == userId, stop), cancellationToken);
}
