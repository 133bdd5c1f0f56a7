using FsCheck.Fluent;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Tests.Properties;

namespace SupervisorBot.BotFramework.Tests.Schema;

public sealed class ActivityTextProperties
{
    private static readonly ChannelAccount s_bot = new("28:bot", "Ops Bot");

    [Fact]
    public void What_is_said_has_no_blanks_around_it_and_none_twice_and_is_read_the_same_again() => Property.Holds(Any.Text, 1000, text =>
    {
        string said = ActivityText.WithoutRecipientMention(new Activity { Type = "message", Text = text, Recipient = s_bot });

        Assert.Equal(said.Trim(), said);
        Assert.DoesNotContain("  ", said, StringComparison.Ordinal);
        Assert.Equal(said, ActivityText.WithoutRecipientMention(new Activity { Type = "message", Text = said, Recipient = s_bot }));
    });

    [Fact]
    public void A_mention_of_the_bot_changes_nothing_of_what_is_said_wherever_it_stands() => Property.Holds(
        Gen.Elements("/intercept", "2001", "1477393325-164", "help", "王小明", "😀", "a<b>").NonEmptyListOf().Zip(Gen.Choose(0, 20)), 300, example =>
        {
            var (words, at) = example;
            List<string> mentioned = [.. words];
            mentioned.Insert(Math.Min(at, words.Count), "<at>Ops Bot</at>");

            Assert.Equal(
                string.Join(' ', words),
                ActivityText.WithoutRecipientMention(new Activity
                {
                    Type = "message",
                    Text = string.Join(' ', mentioned),
                    Recipient = s_bot,
                    Entities = [new Entity("mention", s_bot, "<at>Ops Bot</at>")],
                }));
        });
}
