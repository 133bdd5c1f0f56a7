using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.BotFramework.Turns;

/// <summary>Addresses an answer to the sender of the activity that it answers.</summary>
internal static class Reply
{
    public static Activity To(Activity asked, Activity reply) => reply with
    {
        Type = reply.Type ?? ActivityTypes.Message,
        ChannelId = asked.ChannelId,
        From = reply.From ?? Plain(asked.Recipient),
        Recipient = reply.Recipient ?? Plain(asked.From),
        Conversation = reply.Conversation ?? asked.Conversation,
        Locale = reply.Locale ?? asked.Locale,
    };

    // Inbound, the mark of a targeted message sits on the bot; it must not travel back as if the bot were addressed.
    private static ChannelAccount? Plain(ChannelAccount? account) => account is null ? null : account with { IsTargeted = null };
}
