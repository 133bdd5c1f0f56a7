using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace SupervisorBot.Storage.Audit;

/// <summary>A key that rows are signed with.</summary>
/// <param name="Id">Names it in a row. It follows from the key, and tells nothing of it.</param>
/// <param name="Secret">The key itself.</param>
internal sealed record AuditKey(string Id, byte[] Secret)
{
    /// <summary>The shortest key, in bytes.</summary>
    public const int Shortest = 32;

    private const int IdLength = 8;

    /// <summary>Reads a key in base64.</summary>
    /// <param name="text">The text.</param>
    /// <param name="key">The key.</param>
    public static bool TryRead(string text, [NotNullWhen(true)] out AuditKey? key)
    {
        var secret = new byte[text.Length];
        key = Convert.TryFromBase64String(text.Trim(), secret, out var length) && length >= Shortest ? Of(secret[..length]) : null;
        return key is not null;
    }

    /// <summary>Makes a new one.</summary>
    public static string Make() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(Shortest));

    /// <inheritdoc/>
    public override string ToString() => $"AuditKey {Id}";

    private static AuditKey Of(byte[] secret) =>
        new(Convert.ToHexStringLower(HMACSHA256.HashData(secret, "SupervisorBot.Storage.Audit.KeyId"u8)[..IdLength]), secret);
}
