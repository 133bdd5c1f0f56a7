using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Supervision.History;

namespace SupervisorBot.Chat.History.Export;

/// <summary>
/// Makes tickets, and reads them back. They leave the bot encrypted and signed by ASP.NET Core Data Protection, whose keys all nodes share: whoever has one can
/// use it, and nobody can read it, make one or change one.
/// </summary>
internal sealed class ExportTickets(IDataProtectionProvider protection, IOptions<HistoryOptions> options, TimeProvider time)
{
    private const string Purpose = "SupervisorBot.History.Export.1";

    // None of ours is longer.
    private const int Longest = 4_000;

    private readonly IDataProtector _protector = protection.CreateProtector(Purpose);

    /// <summary>A new ticket for what somebody looks at.</summary>
    public ExportTicket Make(ChatTurn turn, ExportWay way, HistoryQuery query) => new(
        Guid.NewGuid(),
        way,
        time.GetUtcNow() + options.Value.ExportLifetime,
        turn.Conversation.TenantId,
        turn.Conversation.ConversationId,
        turn.Inspector.EntraObjectId,
        turn.Inspector.AgentId,
        query.Who,
        query.WorkNo,
        query.From,
        query.To,
        turn.Clock.OffsetMinutes,
        CultureInfo.CurrentUICulture.Name);

    /// <summary>The text that goes out.</summary>
    public string Seal(ExportTicket ticket) =>
        Base64Url.EncodeToString(_protector.Protect(JsonSerializer.SerializeToUtf8Bytes(ticket, ExportTicketJson.Default.ExportTicket)));

    /// <summary>What came back.</summary>
    /// <returns>Null where it is none of ours, or was changed.</returns>
    public ExportTicket? Open(string? text)
    {
        if (text is not { Length: > 0 and <= Longest } || !Base64Url.IsValid(text))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(_protector.Unprotect(Base64Url.DecodeFromChars(text)), ExportTicketJson.Default.ExportTicket);
        }
        catch (Exception exception) when (exception is CryptographicException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether its time is over.</summary>
    public bool IsExpired(ExportTicket ticket) => ticket.ExpiresAt <= time.GetUtcNow();
}
