using SupervisorBot.Chat.Tests.Bench;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Desk;

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

    [Theory]
    [InlineData("hello")]
    [InlineData("Hi!")]
    [InlineData("你好")]
    [InlineData("Bonjour, ça va")]
    public async Task A_greeting_is_answered_with_what_to_type_first(string typed)
    {
        await using var bench = new ChatBench();
        await bench.SayAsync(typed);
        Assert.Contains("/intercept 2001", Assert.Single(bench.Sent).Text);
        Assert.Contains("[Sign in]", bench.Last.Text);
    }

    [Fact]
    public async Task The_button_of_the_welcome_signs_in_whoever_presses_it()
    {
        await using var bench = new ChatBench();
        await bench.TurnAsync(Recordings.Read("personal.open.installationUpdate"));
        await bench.PressAsync(Assert.Single(bench.Sent), "Sign in");
        Assert.IsType<SignInRequested>(Assert.Single(bench.Desk.Asked));
    }

    [Fact]
    public async Task Who_may_not_take_calls_over_is_not_shown_how()
    {
        await using var bench = new ChatBench();
        bench.Directory.Put(FakeDesk.Olga, PermissionSet.Of(Permission.List, Permission.Listen));
        await bench.SayAsync("hello");
        Assert.Contains("/listen 2001", bench.Last.Text);
        Assert.DoesNotContain("/intercept", bench.Last.Text);
    }
}
