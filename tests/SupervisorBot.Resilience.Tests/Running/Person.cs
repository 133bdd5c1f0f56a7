using SupervisorBot.ConnectorSimulator.Chats;
using SupervisorBot.ConnectorSimulator.Recording;

namespace SupervisorBot.Resilience.Tests.Running;

/// <summary>An inspector, the agent whose calls they take, and the thread where they ask for them.</summary>
/// <param name="AgentId">The inspector's agent id.</param>
/// <param name="WorkNo">The agent.</param>
/// <param name="User">The person in the chat.</param>
/// <param name="Personal">Their personal chat with the bot.</param>
/// <param name="Thread">The thread of their interceptions: the personal chat, or a group chat or channel thread of their own.</param>
internal sealed record Person(int AgentId, int WorkNo, ChatUser User, ChatConversation Personal, ChatConversation Thread)
{
    public const int FirstInspector = 5001;
    private const int FirstAgent = 2001;

    /// <summary>Everybody, in all the kinds of conversations.</summary>
    public static IReadOnlyList<Person> Crowd(int count, RecordingConnector connector) => [.. Enumerable.Range(0, count).Select(i =>
    {
        var user = new ChatUser($"29:inspector{i}", $"Inspector {i:000}", $"aaaaaaaa-0000-4000-8000-{i:000000000000}");
        var personal = ChatConversation.Personal(connector.PersonalChatOf(user.Id));
        var thread = (i % 3) switch
        {
            0 => personal,
            1 => ChatConversation.GroupChat($"19:group{i}@thread.v2"),
            _ => ChatConversation.ChannelThread($"19:channel{i}@thread.tacv2", $"19:team{i}@thread.tacv2"),
        };
        return new Person(FirstInspector + i, FirstAgent + i, user, personal, thread);
    })];
}
