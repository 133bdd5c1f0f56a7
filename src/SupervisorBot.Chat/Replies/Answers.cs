using Microsoft.Extensions.Logging;
using SupervisorBot.BotFramework.Channel;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.BotFramework.Threads;
using SupervisorBot.BotFramework.Turns;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Sealing;
using SupervisorBot.Chat.State;
using SupervisorBot.Chat.Telemetry;
using SupervisorBot.Chat.Texts;

namespace SupervisorBot.Chat.Replies;

/// <summary>Answers a turn: in its thread, or privately.</summary>
internal sealed class Answers(
    IThreads threads, IChannel channel, IPersonalChatStore chats, CardMessages cards, PressSeals seals, ILogger<Answers> logger)
{
    public Task SayAsync(Turn turn, CardContent content, CancellationToken cancellationToken) =>
        turn.Replies.SendAsync(cards.Message(content), cancellationToken);

    public Task SayPrivatelyAsync(Turn turn, string text, CancellationToken cancellationToken) =>
        SayPrivatelyAsync(turn, Activity.Message(text), cancellationToken);

    public Task SayPrivatelyAsync(Turn turn, CardContent content, CancellationToken cancellationToken) =>
        SayPrivatelyAsync(turn, cards.Message(content), cancellationToken);

    /// <summary>
    /// Tells the person who sent the turn something that only they may read: in their personal chat with the bot, which is created if need be.
    /// Where the channel refuses that, a neutral line that names nothing goes into the thread.
    /// </summary>
    private async Task SayPrivatelyAsync(Turn turn, Activity message, CancellationToken cancellationToken)
    {
        if (turn.Conversation.IsPersonal)
        {
            await turn.Replies.SendAsync(message, cancellationToken);
            return;
        }

        if (!await TryTellAsync(turn, message, cancellationToken))
        {
            await turn.Replies.SendAsync(Activity.Message(CommonTexts.NeutralLine), cancellationToken);
        }
    }

    private async Task<bool> TryTellAsync(Turn turn, Activity message, CancellationToken cancellationToken)
    {
        if (turn.Activity.From is not { Id.Length: > 0 } person)
        {
            return false;
        }

        if (await chats.FindAsync(person.Id, cancellationToken) is { } remembered)
        {
            if (await TrySendAsync(remembered, message, cancellationToken))
            {
                return true;
            }

            await chats.RemoveAsync(person.Id, cancellationToken);
        }

        try
        {
            var created = await channel.CreateConversationAsync(turn.Conversation, person, cancellationToken);
            if (!await TrySendAsync(created, message, cancellationToken))
            {
                return false;
            }

            await chats.PutAsync(person.Id, created, cancellationToken);
            return true;
        }
        catch (ChannelException refused)
        {
            Log.PersonalChatRefused(logger, refused.Kind, refused.Status);
            return false;
        }
    }

    private async Task<bool> TrySendAsync(ConversationReference chat, Activity message, CancellationToken cancellationToken)
    {
        try
        {
            await (await threads.PostAsync(chat, await seals.SealAsync(message, chat, cancellationToken), cancellationToken)).Delivery;
            return true;
        }
        catch (ChannelException refused)
        {
            Log.PersonalChatRefused(logger, refused.Kind, refused.Status);
            return false;
        }
    }
}
