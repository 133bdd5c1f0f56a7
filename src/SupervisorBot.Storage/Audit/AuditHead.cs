using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace SupervisorBot.Storage.Audit;

/// <summary>The last row of the audit, as the log tells it: who holds it knows later whether anything up to there was cut off, changed or put back.</summary>
/// <param name="Sequence">The row's number; 0 where there is none.</param>
/// <param name="Hmac">The row's signature, in hexadecimal digits; empty where there is none.</param>
public sealed record AuditHead(long Sequence, string Hmac)
{
    private const int Digits = 64;

    /// <summary>Reads <c>sequence:hmac</c>, as <see cref="ToString"/> writes it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="head">The head.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out AuditHead? head)
    {
        head = null;
        if (text?.Split(':') is [var number, var hmac]
            && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            && hmac.All(char.IsAsciiHexDigit) && hmac.Length == (sequence == 0 ? 0 : Digits))
        {
            head = new AuditHead(sequence, hmac.ToLowerInvariant());
        }

        return head is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Sequence}:{Hmac}");

    internal static AuditHead Of(long sequence, byte[] hmac) => new(sequence, Convert.ToHexStringLower(hmac));
}
