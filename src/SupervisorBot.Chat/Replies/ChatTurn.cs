using SupervisorBot.BotFramework.Schema;
using SupervisorBot.BotFramework.Turns;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Chat.Sealing;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Chat.Replies;

/// <summary>A turn of somebody who was let in.</summary>
/// <param name="Turn">The turn.</param>
/// <param name="Profile">The inspector whose turn it is, and what they may do.</param>
internal sealed record ChatTurn(Turn Turn, InspectorProfile Profile)
{
    public Inspector Inspector => Profile.Inspector;

    public ConversationReference Conversation => Turn.Conversation;

    /// <summary>Whose turn it is, as the audit knows them.</summary>
    public AuditActor Actor => new(Conversation.TenantId, Inspector.EntraObjectId, Inspector.DisplayName, Inspector.AgentId, Conversation.ConversationId);

    public ViewerClock Clock { get; } = ViewerClock.Of(Turn.Activity);

    /// <summary>
    /// The id under which supervision knows what this turn asks: a redelivered activity has it again. An activity id is unique within its
    /// conversation only, so both make the id.
    /// </summary>
    public string RequestId { get; } = $"{Turn.Conversation.ConversationId}/{Turn.Activity.Id ?? Guid.NewGuid().ToString("N")}";

    /// <summary>Whether it is a press in a message that only the presser sees among others.</summary>
    public bool IsInPrivate { get; init; }

    /// <summary>For a press in the personal chat on a card that was asked for elsewhere: that conversation; null otherwise.</summary>
    public ConversationReference? Home { get; init; }

    /// <summary>Where the outcome of what is asked here is told.</summary>
    public ConversationReference ToldIn => Home ?? Conversation;

    /// <summary>Whether others see what was typed or pressed, and what would be answered there.</summary>
    public bool IsBeforeOthers => !Conversation.IsPersonal && !IsInPrivate;

    /// <summary>The marks of a card that answers this turn.</summary>
    public PressMarks Marks => new(IsInPrivate, Home?.ConversationId);

    /// <summary>Whether the sender takes the answers in the HTTP answer's body only (<c>deliveryMode: expectReplies</c>).</summary>
    public bool WantsRepliesInBody => Turn.Activity.DeliveryMode == DeliveryModes.ExpectReplies;

    /// <summary>This turn's place, to be told results at.</summary>
    /// <param name="purpose">What is asked.</param>
    /// <param name="line">The key of the live message that answers it, where it has one of its own.</param>
    /// <param name="messageId">The message that this live message edits, where it stands already.</param>
    public Place Place(PlacePurpose purpose, string? line = null, string? messageId = null) =>
        new(purpose == PlacePurpose.Interception ? ToldIn : Conversation, Clock.OffsetMinutes, purpose, line)
        {
            MessageId = messageId,
            IsLinePrivate = line is not null && !Conversation.IsPersonal && (messageId is null || IsInPrivate),
        };

    /// <summary>The turn of a press on a card, whose marks are trusted once its seal is found good.</summary>
    public ChatTurn OfPress(PressData data) => this with
    {
        IsInPrivate = !Conversation.IsPersonal && data.IsPrivate,
        Home = Conversation.IsPersonal && data.Home is { } home ? Conversation with { ConversationId = home, ConversationType = KindOf(home) } : null,
    };

    private static string KindOf(string conversationId) =>
        conversationId.Contains("@thread.tacv2", StringComparison.OrdinalIgnoreCase) || conversationId.Contains(";messageid=", StringComparison.OrdinalIgnoreCase)
            ? ConversationTypes.Channel
            : ConversationTypes.GroupChat;
}
