namespace SupervisorBot.Chat.Tests.Bench;

/// <summary>A conversation, and the recorded message to speak in it with.</summary>
internal sealed record Room(string ConversationId, string Recording)
{
    public static Room Personal { get; } = new("a:1personal", "personal.message");

    /// <summary>Another person's own chat.</summary>
    public static Room BorisPersonal { get; } = new("a:1boris", "personal.message");

    public static Room Group { get; } = new("19:groupchat@thread.v2", "groupChat.message.mention");

    public static Room Channel { get; } = new("19:incidents@thread.tacv2;messageid=1795354037170", "channel.message.thread-reply");

    public static Room Named(string name) => name switch
    {
        nameof(Personal) => Personal,
        nameof(Group) => Group,
        _ => Channel,
    };
}
