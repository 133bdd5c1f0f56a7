using System.ComponentModel.DataAnnotations;

namespace SupervisorBot.Supervision.History;

/// <summary>Limits of what is read back of the audit (section <c>History</c>).</summary>
public sealed class HistoryOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "History";

    /// <summary>How many entries of the audit one <c>/history</c> reads at most, the newest first; an interception has about eight. Default 5,000; 100 to 50,000.</summary>
    [Range(100, 50_000)]
    public int EntryLimit { get; set; } = 5_000;

    /// <summary>How many entries of the audit one CSV file reads at most, the newest first. Default 50,000; 100 to 500,000.</summary>
    [Range(100, 500_000)]
    public int ExportEntryLimit { get; set; } = 50_000;

    /// <summary>How long a reading may take; then it is given up. Default 10 seconds; 1 second to 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan ReadTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How long a CSV file can be fetched after it was asked for, by agreeing to it in the personal chat or over a link; either works once. Default 10 minutes; 1 minute
    /// to 1 hour.
    /// </summary>
    [Range(typeof(TimeSpan), "00:01:00", "01:00:00")]
    public TimeSpan ExportLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Whether a CSV file is put into the person's OneDrive where it was asked for in the personal chat of Teams. False: a link is given there too, as in the clouds GCC High and
    /// DoD, where bots have no files. Default true.
    /// </summary>
    public bool FileConsent { get; set; } = true;

    /// <summary>
    /// The hosts where Teams may want a CSV file to be put, such as <c>contoso-my.sharepoint.com</c> or <c>*.sharepoint.com</c>; to no other does the bot ever send one. None
    /// (default): SharePoint's own of all clouds.
    /// </summary>
    public IReadOnlyList<string> UploadHosts { get; set; } = [];

    /// <summary>How long putting a CSV file there may take; then it is given up. Default 30 seconds; 1 second to 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan UploadTimeout { get; set; } = TimeSpan.FromSeconds(30);
}
