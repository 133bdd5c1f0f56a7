using System.Text.Json;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Chat.Places;

/// <summary>Tells the audit what a place means.</summary>
internal sealed class PlaceOrigins : IOriginReader
{
    public AuditPlace Read(RequestOrigin origin)
    {
        try
        {
            var conversation = Place.Read(origin).Conversation;
            return new AuditPlace(conversation.TenantId, conversation.ConversationId);
        }
        catch (JsonException)
        {
            return AuditPlace.Unknown;
        }
    }
}
