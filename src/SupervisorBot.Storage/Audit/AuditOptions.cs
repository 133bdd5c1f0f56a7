using System.ComponentModel.DataAnnotations;

namespace SupervisorBot.Storage.Audit;

/// <summary>How the audit is protected, and for how long it is kept (section <c>Audit</c>). All nodes need the same keys.</summary>
public sealed class AuditOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Audit";

    /// <summary>
    /// The key that what is written from now on is signed with: 32 random bytes or more, in base64. It is a secret, and must not be kept in the database or
    /// beside it. Needed outside Development, unless <see cref="KeyFile"/> is set; in Development a file with one is made beside the database.
    /// </summary>
    [DataType(DataType.Password)]
    public string? Key { get; set; }

    /// <summary>Instead of <see cref="Key"/>: a file with the key in its first line, in base64; keys that were used before may stand in the lines after it.</summary>
    public string? KeyFile { get; set; }

    /// <summary>Keys that were used before, in base64, so that what they signed can still be verified.</summary>
    [DataType(DataType.Password)]
    public IList<string> RetiredKeys { get; } = [];

    /// <summary>How often the number and the signature of the last row are written to the log, besides at the start and the stop. Default 1 hour; 1 minute to 1 day.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan HeadInterval { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long a row is kept. Default 400 days; 1 to 3,650 days.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(400);
}
