using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Supervision.Talk;

/// <summary>To whom a talk is transferred.</summary>
[GenerateSerializer, Immutable]
public sealed record TransferTarget
{
    private const int LongestAddress = 24;
    private const int LongestQueue = 10;
    private const int LowestWorkNo = 101;
    private const int HighestWorkNo = 999_999;

    private TransferTarget(TransferKind kind, string address) => (Kind, Address) = (kind, address);

    /// <summary>The kind.</summary>
    [Id(0)]
    public TransferKind Kind { get; }

    /// <summary>The address as the gateway takes it; of what is told or stored, as it is shown.</summary>
    [Id(1)]
    public string Address { get; }

    /// <summary>The work number, where it is an agent.</summary>
    public int? WorkNo => Kind == TransferKind.Agent ? int.Parse(Address, CultureInfo.InvariantCulture) : null;

    /// <summary>An agent.</summary>
    public static TransferTarget Agent(int workNo) => new(TransferKind.Agent, workNo.ToString(CultureInfo.InvariantCulture));

    /// <summary>Reads what somebody typed.</summary>
    /// <param name="kind">The kind that was chosen.</param>
    /// <param name="text">
    /// A work number from 101 to 999999; a queue's id of up to 10 digits; or an outside number as the contact centre dials it, up to 24 of the digits, A to E, * and #
    /// (CEC API reference cec_07_1242), between which blanks, dots, hyphens, slashes and brackets are overlooked.
    /// </param>
    /// <param name="target">The target.</param>
    /// <returns>False where the text is no such thing.</returns>
    public static bool TryRead(TransferKind kind, string? text, [NotNullWhen(true)] out TransferTarget? target)
    {
        var typed = text?.Trim() ?? "";
        target = kind switch
        {
            TransferKind.Agent when int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var workNo)
                && workNo is >= LowestWorkNo and <= HighestWorkNo => Agent(workNo),
            TransferKind.Queue when typed.Length is > 0 and <= LongestQueue && typed.All(char.IsAsciiDigit) => new TransferTarget(kind, typed),
            TransferKind.Number when Dialled(typed) is { Length: > 0 and <= LongestAddress } number && number.All(IsDialled) => new TransferTarget(kind, number),
            _ => null,
        };
        return target is not null;
    }

    /// <summary>The target as it is shown and stored: of an outside number some of the last digits only. Masking what is masked changes nothing.</summary>
    /// <param name="digits">How many of the last digits are shown; 0 to 4.</param>
    public TransferTarget Masked(int digits = MaskedNumber.MostShown) =>
        Kind == TransferKind.Number ? new TransferTarget(Kind, MaskedNumber.Of(Address, digits).Text) : this;

    /// <summary>Reads what was stored, masked as it is.</summary>
    internal static TransferTarget Stored(TransferKind kind, string address) =>
        kind == TransferKind.Number ? new TransferTarget(kind, address).Masked() : new TransferTarget(kind, address);

    /// <summary>Names the kind alone, so that no log shows a number.</summary>
    public override string ToString() => Kind.ToString();

    private static string Dialled(string text) => string.Concat(text.Where(letter => letter is not (' ' or '\u00a0' or '.' or '-' or '/' or '(' or ')')));

    private static bool IsDialled(char letter) => char.IsAsciiDigit(letter) || letter is (>= 'A' and <= 'E') or (>= 'a' and <= 'e') or '*' or '#';
}
