using SupervisorBot.Storage.Schema;

namespace SupervisorBot.Storage.Audit;

/// <summary>A mark with its own signature.</summary>
/// <param name="Mark">The mark.</param>
/// <param name="KeyId">Names the key of the signature.</param>
/// <param name="Seal">The signature.</param>
internal sealed record SealedMark(AuditMark Mark, string KeyId, byte[] Seal)
{
    public static SealedMark Of(AuditMarkRow row) => new(new AuditMark(row.Name, row.Sequence, row.At, row.Hmac), row.KeyId, row.Seal);
}
