using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.State;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Chat.History.Export;

/// <summary>Gives the file of a link to whoever has it.</summary>
internal sealed class HistoryDownload(ExportTickets tickets, HistoryExport export, IUsedTicketStore used) : IHistoryDownload
{
    private const string Done = "Done";

    public async ValueTask<DownloadOffer?> FindAsync(string? ticket, CancellationToken cancellationToken) => await OpenAsync(ticket, cancellationToken) is var (opened, holder)
        ? new DownloadOffer(holder.DisplayName, HistoryExport.NameOf(opened, new ViewerClock(opened.OffsetMinutes)), opened.Language)
        : null;

    public async Task<ExportFile?> TakeAsync(string? ticket, CancellationToken cancellationToken)
    {
        if (await OpenAsync(ticket, cancellationToken) is not var (opened, holder)
            || !await used.TryUseAsync(opened.Id, cancellationToken)
            || await export.MakeAsync(opened, holder, cancellationToken) is not { } file)
        {
            return null;
        }

        // Where it cannot be written down it is not given.
        await export.WriteDownAsync(opened, holder, AuditStage.Decided, Done, cancellationToken);
        return file;
    }

    private async ValueTask<(ExportTicket Ticket, Inspector Holder)?> OpenAsync(string? text, CancellationToken cancellationToken) =>
        tickets.Open(text) is { Way: ExportWay.Link } ticket && !tickets.IsExpired(ticket) && await export.HolderAsync(ticket, cancellationToken) is { } holder
            ? (ticket, holder)
            : null;
}
