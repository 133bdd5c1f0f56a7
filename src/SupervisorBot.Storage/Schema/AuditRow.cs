namespace SupervisorBot.Storage.Schema;

/// <summary>An entry of the audit. Rows are appended and never changed; the database's own triggers refuse it.</summary>
internal sealed class AuditRow
{
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The entry as JSON, as <see cref="Storage.Audit.AuditDocument"/> writes it.</summary>
    public required string Document { get; init; }

    /// <summary>Names the key that it is signed with.</summary>
    public required string KeyId { get; init; }

    /// <summary>The signature over all of it and that of the row before, as <see cref="Storage.Audit.AuditSignatures"/> makes it.</summary>
    public required byte[] Hmac { get; init; }
}
