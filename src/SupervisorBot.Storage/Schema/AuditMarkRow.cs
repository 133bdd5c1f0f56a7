namespace SupervisorBot.Storage.Schema;

/// <summary>A row of the audit that is vouched for: see <see cref="Storage.Audit.AuditMark"/>.</summary>
internal sealed class AuditMarkRow
{
    public required string Name { get; init; }

    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    public required byte[] Hmac { get; init; }

    /// <summary>Names the key of <see cref="Seal"/>.</summary>
    public required string KeyId { get; init; }

    /// <summary>The mark's own signature.</summary>
    public required byte[] Seal { get; init; }
}
