using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupervisorBot.BotFramework.Authentication.Clouds;
using SupervisorBot.BotFramework.Channel;
using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.BotFramework.Tests.Authentication;

/// <summary>To whom the bot sends its token, and to whom never.</summary>
public sealed class ServiceHostTests
{
    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/1234/", true)]
    [InlineData("https://SMBA.TrafficManager.net/teams", true)]
    [InlineData("https://smba.infra.gcc.teams.microsoft.com/teams", true)]
    [InlineData("https://europe.webchat.botframework.com", true)]
    [InlineData("http://smba.trafficmanager.net/emea/", false)]
    [InlineData("https://smba.trafficmanager.net.example/emea/", false)]
    [InlineData("https://smba.trafficmanager.net./emea/", false)]
    [InlineData("https://x.smba.trafficmanager.net/", false)]
    [InlineData("https://evil.trafficmanager.net/", false)]
    [InlineData("https://botframework.com/", false)]
    [InlineData("https://evilbotframework.com/", false)]
    [InlineData("https://smba.infra.gov.teams.microsoft.us/", false)]
    [InlineData("https://127.0.0.1/", false)]
    [InlineData("http://localhost:3978/", false)]
    public void The_public_clouds_hosts_are_allowed_over_https_and_no_others(string serviceUrl, bool isAllowed) =>
        Assert.Equal(isAllowed, Policy(new ChannelTokenOptions()).Allows(new Uri(serviceUrl)));

    [Theory]
    [InlineData(BotFrameworkCloud.USGovernment, "https://smba.infra.gov.teams.microsoft.us/teams")]
    [InlineData(BotFrameworkCloud.USGovernment, "https://smba.infra.dod.teams.microsoft.us/teams")]
    [InlineData(BotFrameworkCloud.China, "https://webchat.botframework.azure.cn")]
    public void Each_cloud_has_its_own(BotFrameworkCloud cloud, string serviceUrl)
    {
        AllowedServiceHosts policy = Policy(new ChannelTokenOptions { Cloud = cloud });

        Assert.True(policy.Allows(new Uri(serviceUrl)));
        Assert.False(policy.Allows(new Uri("https://smba.trafficmanager.net/teams")));
    }

    [Fact]
    public void A_configured_list_takes_the_place_of_the_clouds()
    {
        AllowedServiceHosts policy = Policy(new ChannelTokenOptions { AllowedServiceHosts = { "127.0.0.1", "*.connector.example" } });

        Assert.True(policy.Allows(new Uri("http://127.0.0.1:5000/x")));
        Assert.True(policy.Allows(new Uri("https://a.b.connector.example")));
        Assert.False(policy.Allows(new Uri("http://a.connector.example")));
        Assert.False(policy.Allows(new Uri("https://smba.trafficmanager.net/teams")));
    }

    [Fact]
    public async Task For_a_stored_conversation_on_another_host_no_token_is_acquired_and_the_log_names_the_host()
    {
        await using RegisteredBot bot = await RegisteredBot.StartAsync();
        IChannel channel = bot.Bot.Services.GetRequiredService<IChannel>();
        ConversationReference stored = ActivityJson.ReadReference(
            ActivityJson.Write(new ConversationReference("https://connector.example/teams", "msteams", "a:1", "personal", RegisteredBot.Tenant)));

        ChannelException e = await Assert.ThrowsAsync<ChannelException>(() => channel.SendAsync(stored, Activity.Message("x"), CancellationToken.None));

        Assert.Equal(ChannelFailure.ServiceUrlRefused, e.Kind);
        Assert.Empty(bot.Provider.TokenRequests);
        Assert.Contains(bot.OwnLogLines, line => line.StartsWith("Nothing is sent to connector.example", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(BotFrameworkCloud.Public, "https://login.botframework.com/v1/.well-known/openidconfiguration", "https://api.botframework.com", "https://login.microsoftonline.com")]
    [InlineData(BotFrameworkCloud.USGovernment, "https://login.botframework.azure.us/v1/.well-known/openidconfiguration", "https://api.botframework.us", "https://login.microsoftonline.us")]
    [InlineData(BotFrameworkCloud.China, "https://login.botframework.azure.cn/v1/.well-known/openidconfiguration", "https://api.botframework.azure.cn", "https://login.partner.microsoftonline.cn")]
    public void A_cloud_chooses_what_is_not_set(BotFrameworkCloud cloud, string metadata, string issuer, string login)
    {
        CloudEndpoints chosen = CloudEndpoints.From(new ChannelTokenOptions { Cloud = cloud });
        CloudEndpoints mixed = CloudEndpoints.From(new ChannelTokenOptions { Cloud = cloud, Issuer = "https://issuer.example", Scope = "https://api.example" });

        Assert.Equal((metadata, issuer, login, issuer + "/.default", issuer), (chosen.OpenIdMetadata.AbsoluteUri, chosen.Issuer, chosen.LoginAuthority, chosen.Scope, chosen.Resource));
        Assert.Equal((metadata, "https://issuer.example", login, "https://api.example/.default"), (mixed.OpenIdMetadata.AbsoluteUri, mixed.Issuer, mixed.LoginAuthority, mixed.Scope));
    }

    private static AllowedServiceHosts Policy(ChannelTokenOptions options) => new(Options.Create(options));
}
