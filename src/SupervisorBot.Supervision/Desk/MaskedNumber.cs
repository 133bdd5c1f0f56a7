namespace SupervisorBot.Supervision.Desk;

/// <summary>A customer's number of which the last four digits at most are shown; the rest never leaves supervision.</summary>
[GenerateSerializer, Immutable]
public sealed record MaskedNumber
{
    /// <summary>The most of the last digits that are ever shown.</summary>
    public const int MostShown = 4;

    private MaskedNumber(string text) => Text = text;

    /// <summary>The masked text, such as <c>•••••••1234</c>; <c>unknown</c> numbers are an empty text.</summary>
    [Id(0)]
    public string Text { get; }

    /// <summary>Whether no number is known (withheld or not reported).</summary>
    public bool IsUnknown => Text.Length == 0;

    /// <summary>Masks a number: every character but the last digits becomes a dot; a number of four digits or fewer is masked whole.</summary>
    /// <param name="number">The full number, or null when it is not known.</param>
    /// <param name="digits">How many of the last digits are shown; 0 to 4.</param>
    /// <returns>The masked number.</returns>
    public static MaskedNumber Of(string? number, int digits = MostShown)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(digits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(digits, MostShown);
        var trimmed = number?.Trim() ?? "";
        var shown = trimmed.Length <= MostShown ? 0 : digits;
        return new MaskedNumber(new string('•', trimmed.Length - shown) + trimmed[^shown..]);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
