using System.ComponentModel.DataAnnotations;

namespace SupervisorBot.Chat.State;

/// <summary>Limits of the conversation, from the configuration section <c>Chat</c>.</summary>
public sealed class ChatOptions
{
    /// <summary>The configuration section's name.</summary>
    public const string Section = "Chat";

    /// <summary>How many inbound activity ids are remembered, so that a redelivered one does nothing twice; 20,000, 100 to 1,000,000.</summary>
    [Range(100, 1_000_000)]
    public int RememberedActivities { get; set; } = 20_000;

    /// <summary>How long an inbound activity id is remembered; 15 min, 1 min to 1 day.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan ActivityMemory { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How many conversations (personal chats, welcomed conversations) are remembered; 50,000, 100 to 1,000,000.</summary>
    [Range(100, 1_000_000)]
    public int RememberedConversations { get; set; } = 50_000;

    /// <summary>How long a conversation is remembered; 90 days, 1 hour to 1000 days.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "1000.00:00:00")]
    public TimeSpan ConversationMemory { get; set; } = TimeSpan.FromDays(90);

    /// <summary>
    /// A press whose card needs a reading from the gateway is answered after this time at the latest, with a card that says so; the message
    /// is edited when the reading has come. 800 ms, 50 ms to 5 s.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "00:00:05")]
    public TimeSpan PressAnswerLimit { get; set; } = TimeSpan.FromMilliseconds(800);

    /// <summary>A typed command that takes longer than this shows that the bot is typing; 1 s, 200 ms to 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.2", "00:00:10")]
    public TimeSpan TypingAfter { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long it takes until that is shown again, since clients show it for some seconds; three times at most. 4 s, 1 s to 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:00:30")]
    public TimeSpan TypingInterval { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>A reading that a press asked for is given up after this time; 30 s, 1 s to 2 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan ReadingLimit { get; set; } = TimeSpan.FromSeconds(30);
}
