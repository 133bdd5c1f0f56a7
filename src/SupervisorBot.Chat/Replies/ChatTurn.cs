using SupervisorBot.BotFramework.Schema;
using SupervisorBot.BotFramework.Turns;
using SupervisorBot.Chat.Places;
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

    /// <summary>Whether the sender takes the answers in the HTTP answer's body only (<c>deliveryMode: expectReplies</c>).</summary>
    public bool WantsRepliesInBody => Turn.Activity.DeliveryMode == DeliveryModes.ExpectReplies;

    /// <summary>This turn's place, to be told results at.</summary>
    /// <param name="purpose">What is asked.</param>
    /// <param name="line">The key of the live message that answers it, where it has one of its own.</param>
    /// <param name="messageId">The message that this live message edits, where it stands already.</param>
    public Place Place(PlacePurpose purpose, string? line = null, string? messageId = null) =>
        new(Conversation, Clock.OffsetMinutes, purpose, line) { MessageId = messageId };
}
