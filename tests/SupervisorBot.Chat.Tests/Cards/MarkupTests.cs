using System.Text;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Chat.Tests.Cards;

public sealed class MarkupTests
{
    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "abc")]
    [InlineData("ab😀d", 3, "ab")]
    [InlineData("ab😀d", 4, "ab😀")]
    [InlineData("ab😀", 4, "ab😀")]
    public void A_text_is_not_cut_in_the_middle_of_a_character(string text, int most, string expected) => Assert.Equal(expected, Markup.Cut(text, most));

    [Fact]
    public void Neither_a_long_name_in_a_button_nor_a_long_word_in_a_line_ends_in_half_a_character()
    {
        var name = new string('x', 19) + "😀😀";
        var word = new string('x', 46) + "😀😀";

        Assert.Equal(new string('x', 19), PressData.For(new Inspector("id", 1001, name, "40038"))["asker"]!.GetValue<string>());
        Assert.Equal(new string('x', 46) + "…", Markup.Plain(word));
    }

    [Fact]
    public void A_word_as_long_as_a_message_is_near_to_no_command_unless_it_begins_like_one()
    {
        Assert.Null(NearestCommand.Of(new StringBuilder().Insert(0, "x", 200_000).ToString()));
        Assert.Equal(CommandTable.Intercept, NearestCommand.Of("intercept" + new string('1', 200)));
    }
}
