using System.Globalization;
using System.Text;

namespace SupervisorBot.Chat.Templating.Expressions;

/// <summary>Numbers with a fixed count of decimals and grouped thousands, as in American English: 1,234.50.</summary>
internal static class NumberFormat
{
    private const int MostDecimals = 20;
    private const int GroupSize = 3;

    // Above this a double has no plain notation in the language.
    private const double PlainLimit = 1e21;

    // U+2212, which the language's number formatter writes instead of the hyphen.
    private const char Minus = '\u2212';

    /// <summary>Rounds to a number of decimals, halves upwards (-2.5 becomes -2).</summary>
    public static double Round(double number, int digits)
    {
        var scale = Math.Pow(10, digits);
        var scaled = number * scale;
        var floor = Math.Floor(scaled);
        return (scaled - floor >= 0.5 ? floor + 1 : floor) / scale;
    }

    public static string Grouped(double number, int decimals)
    {
        decimals = Math.Min(decimals, MostDecimals);
        var size = Math.Abs(number);
        var text = size < PlainLimit ? size.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) : ValueText.Number(size);
        var whole = 0;
        while (whole < text.Length && char.IsAsciiDigit(text[whole]))
        {
            whole++;
        }

        var grouped = new StringBuilder(text.Length + (text.Length / GroupSize) + 1);
        // A number that shows as zero has no sign.
        if (number < 0 && text.AsSpan().ContainsAnyExcept('0', '.'))
        {
            grouped.Append(Minus);
        }

        for (var i = 0; i < whole; i++)
        {
            if (i > 0 && (whole - i) % GroupSize == 0)
            {
                grouped.Append(',');
            }

            grouped.Append(text[i]);
        }

        return grouped.Append(text, whole, text.Length - whole).ToString();
    }
}
