using SupervisorBot.Chat.Cards;
using SupervisorBot.Tests.Properties;

namespace SupervisorBot.Chat.Tests.Cards;

public sealed class MarkupProperties
{
    [Fact]
    public void Foreign_words_are_short_lines_of_whole_characters_without_markup_of_their_own() => Property.Holds(Any.WholeText, 1000, text =>
    {
        var plain = Markup.Plain(text);

        Assert.True(plain.Length <= 96);
        Assert.DoesNotContain(plain, char.IsControl);
        Assert.DoesNotContain("{{", plain, StringComparison.Ordinal);
        Assert.Equal(System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(plain)), plain);
        for (var i = 0; i < plain.Length; i++)
        {
            if (plain[i] == '\\')
            {
                i++;
            }
            else
            {
                Assert.DoesNotContain(plain[i].ToString(), "*_[]`<>~#", StringComparison.Ordinal);
            }
        }
    });
}
