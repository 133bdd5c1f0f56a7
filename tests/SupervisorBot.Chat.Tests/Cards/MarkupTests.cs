using System.Text;
using SupervisorBot.Chat.Agents;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Agents;
using SupervisorBot.Supervision.Desk;
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

    [Theory]
    [InlineData("R&D", "R&D")]
    [InlineData("Anna-Maria O'Neil", "Anna-Maria O'Neil")]
    [InlineData("Nina 😀", "Nina 😀")]
    [InlineData("2001", "2001")]
    [InlineData("1632-7", "1632-7")]
    [InlineData("a@b", "a @b")]
    [InlineData("see www.evil.example", "see www .evil.example")]
    [InlineData("https://evil.example", "https: //evil.example")]
    [InlineData("&lt;at&gt;", "&lt ;at&gt ;")]
    [InlineData("${x} {{y}}", "$ {x} { {y}}")]
    [InlineData("1. one", "1\\. one")]
    [InlineData("- one", "\\- one")]
    [InlineData("a\u202eb\u200bc\u2028d\u0000e", "abc d e")]
    [InlineData("\u200b\u3164", "")]
    public void Only_what_a_client_would_make_something_of_is_changed(string text, string expected) => Assert.Equal(expected, Markup.Plain(text));

    [Fact]
    public void A_call_whose_id_no_button_can_carry_is_shown_without_one()
    {
        foreach (var id in new[] { new string('9', 10_000), "\ud800" })
        {
            var calls = new CallsView(1001, null, [new CallView(id, MaskedNumber.Of("+4930555561234"), CallDirection.Inbound, null)], DateTimeOffset.UnixEpoch);
            var card = CallCards.List(calls, new InspectorProfile(new Inspector("id", 1001, "Alex", "40038"), PermissionSet.All, []), Guid.NewGuid(), ViewerClock.Utc);
            Assert.False(card.Data["rows"]![0]!["hasActions"]!.GetValue<bool>());
        }
    }

    [Fact]
    public void A_word_as_long_as_a_message_is_near_to_no_command_unless_it_begins_like_one()
    {
        Assert.Null(NearestCommand.Of(new StringBuilder().Insert(0, "x", 200_000).ToString(), PermissionSet.All));
        Assert.Equal(CommandTable.Intercept, NearestCommand.Of("intercept" + new string('1', 200), PermissionSet.All));
    }
}
