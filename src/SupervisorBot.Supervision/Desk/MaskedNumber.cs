namespace SupervisorBot.Supervision.Desk;

/// <summary>A customer's number of which only the last four digits are shown; the rest never leaves supervision.</summary>
[GenerateSerializer, Immutable]
public sealed record MaskedNumber
{
    private const int Shown = 4;

    private MaskedNumber(string text) => Text = text;

    /// <summary>The masked text, such as <c>•••••••1234</c>; <c>unknown</c> numbers are an empty text.</summary>
    [Id(0)]
    public string Text { get; }

    /// <summary>Whether no number is known (withheld or not reported).</summary>
    public bool IsUnknown => Text.Length == 0;

    /// <summary>Masks a number: every character but the last four digits becomes a dot; a number of four digits or fewer is masked whole.</summary>
    /// <param name="number">The full number, or null when it is not known.</param>
    /// <returns>The masked number.</returns>
    public static MaskedNumber Of(string? number)
    {
        var trimmed = number?.Trim() ?? "";
        if (trimmed.Length <= Shown)
        {
            return new MaskedNumber(new string('•', trimmed.Length));
        }

        return new MaskedNumber(new string('•', trimmed.Length - Shown) + trimmed[^Shown..]);
    }

    /// <inheritdoc/>
    public override string ToString() => Text;
}
