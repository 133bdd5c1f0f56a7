using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.BotFramework.Tests.Schema;

public sealed class ActivityTextTests
{
    private static readonly ChannelAccount s_bot = new("28:bot", "Ops Bot");

    [Theory]
    [InlineData("<at>Ops Bot</at> /intercept 102", "/intercept 102")]
    [InlineData("<at>Ops Bot</at>\u00a0\u00a0/help\n", "/help")]
    [InlineData("/agents&nbsp; <at>Ops Bot</at>   north", "/agents north")]
    [InlineData("<at>Ops Bot</at><at>Ops Bot</at>", "")]
    public void The_bots_own_mention_is_cut_and_blanks_collapse(string text, string meant) =>
        Assert.Equal(meant, ActivityText.WithoutRecipientMention(Message(text, new Entity("mention", s_bot, "<at>Ops Bot</at>"))));

    [Fact]
    public void Somebody_elses_mention_stays() =>
        Assert.Equal(
            "ask <at>Megan</at>",
            ActivityText.WithoutRecipientMention(Message(
                "<at>Ops Bot</at> ask <at>Megan</at>",
                new Entity("mention", new ChannelAccount("29:megan"), "<at>Megan</at>"),
                new Entity("mention", s_bot, "<at>Ops Bot</at>"))));

    [Fact]
    public void A_typed_mention_without_an_entity_stays() =>
        Assert.Equal("<at>Ops Bot</at> /help", ActivityText.WithoutRecipientMention(Message("<at>Ops Bot</at> /help")));

    [Fact]
    public void A_submit_has_no_text() => Assert.Equal("", ActivityText.WithoutRecipientMention(new Activity { Type = "message" }));

    private static Activity Message(string text, params Entity[] entities) => new() { Type = "message", Text = text, Recipient = s_bot, Entities = entities };
}
