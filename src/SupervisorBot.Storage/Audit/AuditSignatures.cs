using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SupervisorBot.Storage.Audit;

/// <summary>
/// Signs rows and marks: HMAC-SHA-256 over their parts, each after its length, so that no two sets of parts are the same bytes. A row's signature covers that
/// of the row before it.
/// </summary>
internal static class AuditSignatures
{
    private static readonly byte[] Row = "audit-row-1"u8.ToArray();
    private static readonly byte[] Mark = "audit-mark-1"u8.ToArray();

    /// <summary>What the first row, and one that follows on nothing, takes for the signature of the row before it.</summary>
    public static byte[] Nothing { get; } = [];

    /// <summary>Signs a row.</summary>
    public static byte[] OfRow(AuditKey key, long sequence, DateTimeOffset at, string document, byte[] before)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key.Secret);
        Add(hmac, Row);
        Add(hmac, sequence);
        Add(hmac, at.UtcTicks);
        Add(hmac, Encoding.UTF8.GetBytes(document));
        Add(hmac, Encoding.UTF8.GetBytes(key.Id));
        Add(hmac, before);
        return hmac.GetHashAndReset();
    }

    /// <summary>Signs a mark.</summary>
    public static byte[] OfMark(AuditKey key, AuditMark mark)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key.Secret);
        Add(hmac, Mark);
        Add(hmac, Encoding.UTF8.GetBytes(mark.Name));
        Add(hmac, mark.Sequence);
        Add(hmac, mark.At.UtcTicks);
        Add(hmac, mark.Hmac);
        Add(hmac, Encoding.UTF8.GetBytes(key.Id));
        return hmac.GetHashAndReset();
    }

    /// <summary>Whether two signatures are the same; how long that takes tells nothing of them.</summary>
    public static bool AreSame(byte[] one, byte[] other) => CryptographicOperations.FixedTimeEquals(one, other);

    private static void Add(IncrementalHash hmac, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        Add(hmac, bytes);
    }

    private static void Add(IncrementalHash hmac, ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
        hmac.AppendData(length);
        hmac.AppendData(part);
    }
}
