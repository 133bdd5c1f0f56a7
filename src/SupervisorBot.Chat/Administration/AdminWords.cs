using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace SupervisorBot.Chat.Administration;

/// <summary>Cuts a line into words, as people write them: what stands in quotation marks, straight or curled, is one word.</summary>
internal static class AdminWords
{
    // Clients turn straight marks into curled ones as one types.
    private static readonly char[] s_marks = ['"', '“', '”', '„', '‟', '«', '»'];

    /// <summary>Cuts a line.</summary>
    /// <param name="text">The line.</param>
    /// <param name="words">Its words, without the marks.</param>
    /// <returns>False where a mark is not closed.</returns>
    public static bool TryRead(string text, [NotNullWhen(true)] out string[]? words)
    {
        var read = new List<string>();
        var word = new StringBuilder();
        var (isQuoted, hasWord) = (false, false);
        foreach (var letter in text)
        {
            if (s_marks.Contains(letter))
            {
                (isQuoted, hasWord) = (!isQuoted, true);
            }
            else if (char.IsWhiteSpace(letter) && !isQuoted)
            {
                End();
            }
            else
            {
                word.Append(letter);
                hasWord = true;
            }
        }

        End();
        words = isQuoted ? null : [.. read];
        return words is not null;

        void End()
        {
            if (hasWord)
            {
                read.Add(word.ToString());
            }

            word.Clear();
            hasWord = false;
        }
    }
}
