using System.Text.Json;
using Microsoft.Extensions.Logging;
using SupervisorBot.Chat.State;
using SupervisorBot.Chat.Telemetry;
using SupervisorBot.Supervision.Outbox;

namespace SupervisorBot.Chat.Outbox;

/// <summary>What is remembered of a conversation, forgotten when the channel says that the bot is not welcome there any more.</summary>
internal sealed class ThreadMemory(IPersonalChatStore chats, IWelcomeStore welcomed, ILogger<ThreadMemory> logger)
{
    public async Task ForgetAsync(OutboxRow row)
    {
        try
        {
            var conversation = OutgoingMessage.Read(row.Entry.Message).Conversation;
            await welcomed.RemoveAsync(conversation.ConversationId, CancellationToken.None);
            if (conversation is { IsPersonal: true, User.Id: { Length: > 0 } person })
            {
                await chats.RemoveAsync(person, CancellationToken.None);
            }
        }
        catch (JsonException)
        {
            // Nothing can be forgotten of what cannot be read.
        }
#pragma warning disable CA1031 // A store that is away keeps what it has: it is forgotten with the next refusal.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.OutboxFailed(logger, exception.GetType().Name);
        }
    }
}
