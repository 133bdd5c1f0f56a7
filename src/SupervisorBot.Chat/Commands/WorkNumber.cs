using System.Globalization;

namespace SupervisorBot.Chat.Commands;

/// <summary>The range of work numbers and agent ids (CEC API reference cec_07_0437).</summary>
internal static class WorkNumber
{
    public const int Lowest = 101;
    public const int Highest = 999_999;

    public static bool IsValid(int number) => number is >= Lowest and <= Highest;

    /// <summary>Reads a work number: plain digits only, in range.</summary>
    public static bool TryRead(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && IsValid(number);
}
