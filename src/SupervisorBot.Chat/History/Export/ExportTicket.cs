using SupervisorBot.Supervision.History;

namespace SupervisorBot.Chat.History.Export;

/// <summary>What a consent or a link stands for: one file of one person, for a while and once.</summary>
/// <param name="Id">Its number, by which it is known whether it was used.</param>
/// <param name="Way">How the file is taken out; a ticket of one way is none of the other.</param>
/// <param name="ExpiresAt">Until when it can be used.</param>
/// <param name="TenantId">The tenant of the conversation in which it was asked.</param>
/// <param name="ConversationId">That conversation.</param>
/// <param name="ObjectId">The person's Entra object id.</param>
/// <param name="AgentId">Their agent id.</param>
/// <param name="Who">Whose acts.</param>
/// <param name="WorkNo">The agent, where the acts on one are asked for.</param>
/// <param name="From">From then on.</param>
/// <param name="To">Before then.</param>
/// <param name="OffsetMinutes">The person's offset from UTC, for the times in the file.</param>
/// <param name="Language">The language of the file's words.</param>
internal sealed record ExportTicket(
    Guid Id,
    ExportWay Way,
    DateTimeOffset ExpiresAt,
    string? TenantId,
    string ConversationId,
    string ObjectId,
    int AgentId,
    HistoryWho Who,
    int? WorkNo,
    DateTimeOffset From,
    DateTimeOffset To,
    int OffsetMinutes,
    string Language);
