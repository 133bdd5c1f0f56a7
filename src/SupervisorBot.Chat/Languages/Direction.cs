using System.Globalization;

namespace SupervisorBot.Chat.Languages;

/// <summary>Keeps what runs from left to right in one piece where the language that is spoken runs from right to left.</summary>
internal static class Direction
{
    private const char LeftToRightIsolate = '\u2066';
    private const char End = '\u2069';

    /// <summary>A command, an id or a masked number, whose parts would otherwise change places around their signs.</summary>
    public static string LeftToRight(string text) =>
        CultureInfo.CurrentUICulture.TextInfo.IsRightToLeft && text.Length > 0 ? $"{LeftToRightIsolate}{text}{End}" : text;
}
