namespace SupervisorBot.Chat.History.Export;

/// <summary>What the page behind a link asks for.</summary>
public interface IHistoryDownload
{
    /// <summary>What a link would give. Nothing changes by asking.</summary>
    /// <param name="ticket">What the link's path ends with.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null where it gives nothing: none of ours, changed, too old, or of somebody who may not any more.</returns>
    ValueTask<DownloadOffer?> FindAsync(string? ticket, CancellationToken cancellationToken);

    /// <summary>Takes the file, which a link gives once, and writes that down.</summary>
    /// <param name="ticket">What the link's path ends with.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null where it gives nothing, or has given it before.</returns>
    Task<ExportFile?> TakeAsync(string? ticket, CancellationToken cancellationToken);
}
