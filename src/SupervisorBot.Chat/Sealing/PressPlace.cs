using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.Chat.Sealing;

/// <summary>Where a button stands: a conversation, whichever of its threads, and its tenant.</summary>
/// <param name="TenantId">The tenant; empty outside Teams.</param>
/// <param name="ConversationId">The conversation without its <c>;messageid=…</c>.</param>
internal sealed record PressPlace(string TenantId, string ConversationId)
{
    private const string ThreadMark = ";messageid=";

    public static PressPlace Of(ConversationReference conversation)
    {
        var id = conversation.ConversationId;
        var thread = id.IndexOf(ThreadMark, StringComparison.OrdinalIgnoreCase);
        // A tenant's id is a GUID, which channels write in either case.
        return new PressPlace((conversation.TenantId ?? "").ToLowerInvariant(), thread < 0 ? id : id[..thread]);
    }
}
