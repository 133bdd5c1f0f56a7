using Microsoft.Extensions.Logging;
using SupervisorBot.BotFramework.Channel;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.BotFramework.Threads;
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
    /// <param name="mayLeave">Asked when the chat's turn has come: whether it may still be sent.</param>
    /// <param name="leaving">Told right before it is sent.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False where it was not to be sent any more.</returns>
    public async Task<bool> TellAsync(
        OutgoingMessage message, ChannelAccount person, Func<Task<bool>> mayLeave, Action leaving, CancellationToken cancellationToken)
    {
        if (await chats.FindAsync(person.Id!, cancellationToken) is { } remembered)
        {
            try
            {
                return await SendAsync(remembered, message.Activity);
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
            var isSent = await SendAsync(created, message.Activity);
            await chats.PutAsync(person.Id!, created, cancellationToken);
            return isSent;
        }
        catch (ChannelException refused) when (IsForGood(refused))
        {
            Log.PersonalChatRefused(logger, refused.Kind, refused.Status);
            return await SendAsync(message.Conversation, Activity.Message(CommonTexts.OpenAChat(person.Name)));
        }

        async Task<bool> SendAsync(ConversationReference where, Activity activity)
        {
            var isSent = false;
            var message = await seals.SealAsync(activity, where, cancellationToken);
            await threads.RunAsync(
                where,
                async (once, stop) =>
                {
                    if (await mayLeave())
                    {
                        leaving();
                        await once.SendAsync(where, message, stop);
                        isSent = true;
                    }
                },
                cancellationToken);
            return isSent;
        }
    }

    private static bool IsForGood(ChannelException refused) =>
        refused.Kind is ChannelFailure.Forbidden or ChannelFailure.NotFound or ChannelFailure.Rejected;
}
