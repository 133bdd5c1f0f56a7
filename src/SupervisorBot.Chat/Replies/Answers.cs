using Microsoft.Extensions.Logging;
using SupervisorBot.BotFramework.Channel;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.BotFramework.Threads;
using SupervisorBot.BotFramework.Turns;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Sealing;
using SupervisorBot.Chat.State;
using SupervisorBot.Chat.Targeting;
using SupervisorBot.Chat.Telemetry;
using SupervisorBot.Chat.Texts;

namespace SupervisorBot.Chat.Replies;

/// <summary>Answers a turn: in its thread, or privately.</summary>
internal sealed class Answers(
    IThreads threads,
    IChannel channel,
    IPersonalChatStore chats,
    TargetedMessages targeted,
    CardMessages cards,
    PressSeals seals,
    ILogger<Answers> logger)
{
    public Task SayAsync(Turn turn, CardContent content, CancellationToken cancellationToken) =>
        turn.Replies.SendAsync(cards.Message(content), cancellationToken);

    public Task SayPrivatelyAsync(Turn turn, string text, CancellationToken cancellationToken) =>
        SayPrivatelyAsync(turn, Activity.Message(text), cancellationToken);

    public Task SayPrivatelyAsync(Turn turn, CardContent content, CancellationToken cancellationToken) =>
        SayPrivatelyAsync(turn, cards.Message(content), cancellationToken);

    /// <summary>
    /// Tells the person who sent the turn something that only they may read: where others are there as a targeted message; where that cannot be, in their
    /// personal chat with the bot, which is created if need be. Where the channel refuses that too, a neutral line that names nothing goes into the thread.
    /// </summary>
    public async Task SayPrivatelyAsync(Turn turn, Activity message, CancellationToken cancellationToken)
    {
        if (turn.Conversation.IsPersonal)
        {
            await turn.Replies.SendAsync(message, cancellationToken);
        }
        else if (turn.Activity.From is not { } person || !targeted.MaySend(turn.Conversation, person)
            || !await TryTargetAsync(turn, person, message, cancellationToken))
        {
            await SayInPersonalChatAsync(turn, message, cancellationToken);
        }
    }

    /// <summary>Tells the person who sent the turn something in their personal chat with the bot alone, whatever else is possible: secrets, and what goes on there.</summary>
    public Task SayInPersonalChatAsync(Turn turn, CardContent content, CancellationToken cancellationToken) =>
        SayInPersonalChatAsync(turn, cards.Message(content), cancellationToken);

    private async Task SayInPersonalChatAsync(Turn turn, Activity message, CancellationToken cancellationToken)
    {
        if (turn.Conversation.IsPersonal)
        {
            await turn.Replies.SendAsync(message, cancellationToken);
        }
        else if (!await TryTellAsync(turn, message, cancellationToken))
        {
            await turn.Replies.SendAsync(Activity.Message(CommonTexts.NeutralLine), cancellationToken);
        }
    }

    private async Task<bool> TryTargetAsync(Turn turn, ChannelAccount person, Activity message, CancellationToken cancellationToken)
    {
        var post = TargetedMessages.For(person, message);
        if (turn.Activity is { Recipient.IsTargeted: true, Id: { Length: > 0 } asked })
        {
            post = post with { Entities = [.. post.Entities ?? [], Entity.TargetedAnswer(asked)] };
        }

        try
        {
            var sent = await threads.PostAsync(turn.Conversation, await seals.SealAsync(post, turn.Conversation, cancellationToken), cancellationToken);
            if (sent.IsPending)
            {
                // It leaves after the press's answer, which must not wait for it.
                _ = FollowAsync(turn, person, message, sent.Delivery);
            }

            return true;
        }
        catch (ChannelException refusal)
        {
            Remember(turn, person, refusal);
            return false;
        }
    }

    private async Task FollowAsync(Turn turn, ChannelAccount person, Activity message, Task<SentActivity> delivery)
    {
        try
        {
            await delivery;
        }
        catch (ChannelException refusal)
        {
            Remember(turn, person, refusal);
            await TrySayElsewhereAsync(turn, message);
        }
#pragma warning disable CA1031 // Nobody awaits this: whatever a channel throws is logged.
        catch (Exception unforeseen)
#pragma warning restore CA1031
        {
            Log.PostBroke(logger, unforeseen.GetType().Name);
        }
    }

    private async Task TrySayElsewhereAsync(Turn turn, Activity message)
    {
        try
        {
            await SayInPersonalChatAsync(turn, message, CancellationToken.None);
        }
#pragma warning disable CA1031 // Nobody awaits this: whatever a channel or store throws is logged.
        catch (Exception unforeseen)
#pragma warning restore CA1031
        {
            Log.PostBroke(logger, unforeseen.GetType().Name);
        }
    }

    private void Remember(Turn turn, ChannelAccount person, ChannelException refusal)
    {
        if (TargetedMessages.IsRefusal(refusal))
        {
            targeted.Refused(turn.Conversation, person, refusal);
        }
        else
        {
            Log.PostNotSent(logger, refusal.Kind, refusal.Status);
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
            if (await TrySendAsync(turn, remembered, message, cancellationToken))
            {
                return true;
            }

            await chats.RemoveAsync(person.Id, cancellationToken);
        }

        try
        {
            var created = await channel.CreateConversationAsync(turn.Conversation, person, cancellationToken);
            if (!await TrySendAsync(turn, created, message, cancellationToken))
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

    private async Task<bool> TrySendAsync(Turn turn, ConversationReference chat, Activity message, CancellationToken cancellationToken)
    {
        try
        {
            var post = await seals.SealAsync(message, chat, turn.Conversation, cancellationToken);
            await (await threads.PostAsync(chat, post, cancellationToken)).Delivery;
            return true;
        }
        catch (ChannelException refused)
        {
            Log.PersonalChatRefused(logger, refused.Kind, refused.Status);
            return false;
        }
    }
}
