using SupervisorBot.Chat.Tests.Bench;

namespace SupervisorBot.Chat.Tests.Welcome;

public sealed class WelcomeTests
{
    [Theory]
    [InlineData("personal.open.installationUpdate", "personal.open.conversationUpdate")]
    [InlineData("personal.open.conversationUpdate", "personal.open.installationUpdate")]
    [InlineData("channel.open.conversationUpdate", "channel.open.installationUpdate")]
    [InlineData("channel.open.installationUpdate", "channel.open.conversationUpdate")]
    public async Task A_conversation_is_welcomed_once_whichever_comes_first_and_however_often(string first, string second)
    {
        await using var bench = new ChatBench();
        foreach (var name in new[] { first, second, first, second })
        {
            await bench.TurnAsync(Recordings.Read(name));
        }

        var welcome = Assert.Single(bench.Sent);
        Assert.Contains("/intercept", welcome.Text);
        Assert.Contains("/signin", welcome.Text);
    }

    [Fact]
    public async Task Other_people_coming_in_are_not_greeted()
    {
        await using var bench = new ChatBench();
        await bench.TurnAsync(Recordings.Read("groupChat.mock.conversationUpdate.membersAdded-user"));
        Assert.Empty(bench.Sent);
    }

    [Fact]
    public async Task After_a_removal_the_next_installation_is_welcomed_again()
    {
        await using var bench = new ChatBench();
        await bench.TurnAsync(Recordings.Read("personal.open.installationUpdate"));
        await bench.TurnAsync(Recordings.Read("personal.mock.installationUpdate.remove"));
        await bench.TurnAsync(Recordings.Read("personal.open.installationUpdate"));
        Assert.Equal(2, bench.Sent.Count);
    }

    [Fact]
    public async Task The_welcome_of_a_foreign_tenant_is_left_out()
    {
        await using var bench = new ChatBench(("Teams:AllowedTenants:0", "99999999-9999-4999-8999-999999999999"));
        await bench.TurnAsync(Recordings.Read("personal.open.installationUpdate"));
        Assert.Empty(bench.Sent);
    }
}
