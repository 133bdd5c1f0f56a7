using SupervisorBot.Chat.Languages;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.State;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Interception;

namespace SupervisorBot.Chat.Interception;

/// <summary>Finds where those who may approve an interception can be asked: the personal chats that they have opened with the bot.</summary>
internal sealed class ApproverChats(IPersonalChatStore chats, PersonLanguages languages)
{
    /// <summary>More are not asked: each is sent a card, and one answer is enough.</summary>
    private const int Most = 20;

    public async Task<IReadOnlyList<ApproverPlace>> FindAsync(IReadOnlyList<Inspector> approvers, string? tenantId, CancellationToken cancellationToken)
    {
        List<ApproverPlace> places = [];
        foreach (var approver in approvers)
        {
            // A chat of another tenant is another person's, whatever id they have there.
            if (await chats.FindAsync(PersonalChatKeys.Of(approver.EntraObjectId), cancellationToken) is { } chat
                && string.Equals(chat.TenantId, tenantId, StringComparison.OrdinalIgnoreCase))
            {
                var language = await languages.OfAsync(tenantId, approver.EntraObjectId, chat.Locale, cancellationToken);
                places.Add(new ApproverPlace(approver.AgentId, new Place(chat with { Locale = language.Locale }, OffsetMinutes: 0, PlacePurpose.Interception).ToOrigin()));
            }

            if (places.Count == Most)
            {
                break;
            }
        }

        return places;
    }
}
