using SupervisorBot.Storage.Schema;

namespace SupervisorBot.Storage.Audit;

/// <summary>Goes along the rows as long as each follows on the one before it.</summary>
internal sealed class AuditWalk(AuditKeys keys, AuditMark? from)
{
    /// <summary>The number of the last row.</summary>
    public long Sequence { get; private set; } = from?.Sequence ?? 0;

    /// <summary>The signature of the last row.</summary>
    public byte[] Hmac { get; private set; } = from?.Hmac ?? AuditSignatures.Nothing;

    /// <summary>Takes the next row; false where it is not the next, or not genuine.</summary>
    public bool TryTake(AuditRow row)
    {
        if (row.Sequence != Sequence + 1 || !keys.IsGenuine(row, row.Sequence, Hmac))
        {
            return false;
        }

        (Sequence, Hmac) = (row.Sequence, row.Hmac);
        return true;
    }
}
