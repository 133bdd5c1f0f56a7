using Microsoft.Extensions.Logging;
using SupervisorBot.BotFramework.Channel;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.BotFramework.Threads;
using SupervisorBot.Chat.Languages;
using SupervisorBot.Chat.Sealing;
using SupervisorBot.Chat.State;
using SupervisorBot.Chat.Telemetry;
using SupervisorBot.Chat.Texts;

namespace SupervisorBot.Chat.Outbox;

/// <summary>Tells one person something in their personal chat with the bot, which is created where it is not known.</summary>
internal sealed class PersonalChats(IThreads threads, IChannel channel, IPersonalChatStore chats, PressSeals seals, ILogger<PersonalChats> logger)
{
    /// <summary>Tells it, or, where the channel allows no personal chat, says in the thread that there is something to tell and nothing of it.</summary>
    /// <param name="message">What to tell, and the thread that it comes from.</param>
    /// <param name="person">Whom to tell.</param>
    /// <param name="leaving">Asked when the chat's turn has come: what to send by then, or null for nothing.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Where it was told; null where it was not to be sent any more.</returns>
    public async Task<ToldAt?> TellAsync(OutgoingMessage message, ChannelAccount person, Func<Task<Activity?>> leaving, CancellationToken cancellationToken)
    {
        if (await chats.FindAsync(person.Id!, cancellationToken) is { } remembered)
        {
            try
            {
                return await SendAsync(remembered, state => state);
            }
            catch (ChannelException refused) when (IsForGood(refused))
            {
                Log.PersonalChatRefused(logger, refused.Kind, refused.Status);
                await chats.RemoveAsync(person.Id!, cancellationToken);
            }
        }

        try
        {
            var created = await channel.Once.CreateConversationAsync(message.Conversation, person, cancellationToken);
            var told = await SendAsync(created, state => state);
            await chats.PutAsync(person.Id!, created, cancellationToken);
            return told;
        }
        catch (ChannelException refused) when (IsForGood(refused))
        {
            Log.PersonalChatRefused(logger, refused.Kind, refused.Status);
            using var spoken = Language.Of(message.Conversation.Locale).Speak();
            // A line that is never edited into what it must not tell.
            return await SendAsync(message.Conversation, _ => Activity.Message(CommonTexts.OpenAChat(person.Name))) is { } line ? line with { Id = null } : null;
        }

        async Task<ToldAt?> SendAsync(ConversationReference where, Func<Activity, Activity> words)
        {
            SentActivity? sent = null;
            await threads.RunAsync(
                where,
                async (once, stop) =>
                {
                    if (await leaving() is { } state)
                    {
                        sent = await once.SendAsync(where, await seals.SealAsync(words(state), where, message.Conversation, stop), stop);
                    }
                },
                cancellationToken);
            return sent is null ? null : new ToldAt(where, sent.Id);
        }
    }

    private static bool IsForGood(ChannelException refused) =>
        refused.Kind is ChannelFailure.Forbidden or ChannelFailure.NotFound or ChannelFailure.Rejected;
}
