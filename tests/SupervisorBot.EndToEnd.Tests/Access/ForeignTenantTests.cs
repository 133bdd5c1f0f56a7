using SupervisorBot.ConnectorSimulator.Chats;
using SupervisorBot.EndToEnd.Tests.Running;
using static SupervisorBot.EndToEnd.Tests.Running.BotUnderTest;
using static SupervisorBot.EndToEnd.Tests.Running.ChatSteps;

namespace SupervisorBot.EndToEnd.Tests.Access;

/// <summary>An organisation that is not on the list of those that may use the bot.</summary>
public sealed class ForeignTenantTests
{
    [Fact]
    public async Task A_tenant_that_is_not_listed_is_told_so_and_nothing_is_done()
    {
        await using var bot = await StartAsync(("Teams:AllowedTenants:0", "99999999-9999-4999-8999-999999999999"));
        bot.StartCall();
        var chat = bot.Personal(Alex);

        await chat.TellAsync("/signin");

        await chat.WaitForPostAsync("Your organisation is not allowed to use this bot");
        Assert.Single(chat.Messages, message => message.IsFromBot);
        Assert.Empty(bot.Gateway.RequestLog.Snapshot());
    }

    [Fact]
    public async Task The_listed_tenant_is_let_in()
    {
        await using var bot = await StartAsync(("Teams:AllowedTenants:0", ChatConversation.TenantId));
        await bot.Personal(Alex).SignInAsync();

        Assert.True(bot.Centre.FindAgent(AlexId)!.SignedInOverHttp);
    }
}
