using System.Globalization;

namespace SupervisorBot.ConnectorSimulator.Chats;

/// <summary>A conversation with the bot in it.</summary>
/// <param name="Id">The id; for a thread of a channel with its <c>;messageid=</c>.</param>
/// <param name="Type"><c>personal</c>, <c>groupChat</c> or <c>channel</c>.</param>
/// <param name="ChannelId">The channel of a thread; null otherwise.</param>
/// <param name="TeamId">The team of a thread; null otherwise.</param>
public sealed record ChatConversation(string Id, string Type, string? ChannelId = null, string? TeamId = null)
{
    /// <summary>The tenant of everybody here.</summary>
    public const string TenantId = "11111111-1111-4111-8111-111111111111";

    private static long s_lastRoot = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();

    /// <summary>True where the bot hears only what mentions it.</summary>
    public bool IsGroup => Type != "personal";

    /// <summary>The personal chat of the bot and one person.</summary>
    /// <param name="id">The chat's id; <see cref="Recording.RecordingConnector.PersonalChatOf"/> tells the one that the connector answers.</param>
    public static ChatConversation Personal(string id) => new(id, "personal");

    /// <summary>A group chat.</summary>
    /// <param name="id">The chat's id.</param>
    public static ChatConversation GroupChat(string id = "19:groupchat@thread.v2") => new(id, "groupChat");

    /// <summary>A new thread of a channel.</summary>
    /// <param name="channelId">The channel.</param>
    /// <param name="teamId">The team, whose id is that of its General channel.</param>
    public static ChatConversation ChannelThread(string channelId = "19:incidents@thread.tacv2", string teamId = "19:general@thread.tacv2")
    {
        string root = Interlocked.Increment(ref s_lastRoot).ToString(CultureInfo.InvariantCulture);
        return new ChatConversation($"{channelId};messageid={root}", "channel", channelId, teamId);
    }
}
