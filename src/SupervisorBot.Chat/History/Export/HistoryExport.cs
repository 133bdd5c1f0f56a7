using System.Globalization;
using SupervisorBot.Chat.Languages;
using SupervisorBot.Chat.Places;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.History;
using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Chat.History.Export;

/// <summary>Makes the file that a ticket stands for, by what its person may now: what was taken away since the ticket was made is not in it.</summary>
internal sealed class HistoryExport(IHistoryDesk desk, IInspectorDirectory directory, IAuditTrail trail)
{
    /// <summary>The person of a ticket as they are now; null where they are no inspector any more, have another agent id, or may not read the history.</summary>
    /// <exception cref="Supervision.Sessions.Stored.StoreUnavailableException">The directory cannot be read at present.</exception>
    public async ValueTask<Inspector?> HolderAsync(ExportTicket ticket, CancellationToken cancellationToken) =>
        await directory.FindAsync(ticket.ObjectId, cancellationToken) is { } profile && profile.Inspector.AgentId == ticket.AgentId && profile.May(Permission.History)
            ? profile.Inspector
            : null;

    /// <summary>The file; null where its person may not have it.</summary>
    public async Task<ExportFile?> MakeAsync(ExportTicket ticket, Inspector holder, CancellationToken cancellationToken)
    {
        var query = new HistoryQuery(ticket.Who, ticket.WorkNo, ticket.From, ticket.To) { IsExport = true };
        var answer = await desk.ReadAsync(holder, ActorOf(ticket, holder), query, cancellationToken);
        if (answer.Refusal is not null)
        {
            return null;
        }

        using var spoken = Language.Of(ticket.Language).Speak();
        var clock = new ViewerClock(ticket.OffsetMinutes);
        return new ExportFile(NameOf(ticket, clock), HistoryCsv.Write(answer.Lines, clock));
    }

    /// <summary>The file's name.</summary>
    public static string NameOf(ExportTicket ticket, ViewerClock clock) =>
        $"history-{clock.Local(ticket.From).ToString("yyyyMMdd", CultureInfo.InvariantCulture)}-{clock.Local(ticket.To).ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}.csv";

    /// <summary>Writes down what became of an export.</summary>
    /// <exception cref="Supervision.Sessions.Stored.StoreUnavailableException">It cannot be written.</exception>
    public Task WriteDownAsync(ExportTicket ticket, Inspector holder, AuditStage stage, string? outcome, CancellationToken cancellationToken) => trail.AppendAsync(
        [
            new AuditEntry
            {
                Act = AuditAct.Export,
                Stage = stage,
                Actor = ActorOf(ticket, holder),
                WorkNo = ticket.WorkNo,
                Outcome = outcome,
                Detail = ticket.Way.ToString(),
            },
        ],
        cancellationToken);

    private static AuditActor ActorOf(ExportTicket ticket, Inspector holder) =>
        new(ticket.TenantId, holder.EntraObjectId, holder.DisplayName, holder.AgentId, ticket.ConversationId);
}
