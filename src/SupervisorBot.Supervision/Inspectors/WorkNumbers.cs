using System.Globalization;

namespace SupervisorBot.Supervision.Inspectors;

/// <summary>Work numbers and ranges of them as people write them.</summary>
public static class WorkNumbers
{
    /// <summary>The smallest work number (CEC API reference cec_07_0437).</summary>
    public const int Smallest = 101;

    /// <summary>The greatest work number (CEC API reference cec_07_0437).</summary>
    public const int Greatest = 999_999;

    private const int MostInOneList = 5_000;

    /// <summary>Reads a list such as <c>2001-2024, 2100</c>.</summary>
    /// <param name="text">Numbers and ranges with commas.</param>
    /// <param name="workNumbers">The numbers in ascending order, each once.</param>
    /// <returns>False when the text is not such a list, a number is outside 101 to 999999, a range runs backwards, or there are over 5,000.</returns>
    public static bool TryParse(string text, out IReadOnlyList<int> workNumbers)
    {
        var numbers = new SortedSet<int>();
        workNumbers = [];
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var ends = part.Split('-', 2, StringSplitOptions.TrimEntries);
            if (!TryParseOne(ends[0], out var first) || !TryParseOne(ends[^1], out var last) || last < first || numbers.Count + last - first >= MostInOneList)
            {
                return false;
            }

            numbers.UnionWith(Enumerable.Range(first, last - first + 1));
        }

        workNumbers = [.. numbers];
        return numbers.Count > 0;
    }

    private static bool TryParseOne(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number is >= Smallest and <= Greatest;
}
