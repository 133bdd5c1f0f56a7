using System.Security.Claims;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Extensions.Configuration;
using SupervisorBot.BotBuilder.Hosting;

namespace SupervisorBot.BotBuilder.Tests.Hosting;

/// <summary>What one client has learnt of the SDK's types the next one knows, so that a turn does not learn them anew.</summary>
public sealed class SharedContractsTests
{
    [Fact]
    public async Task The_clients_of_two_turns_share_what_they_know()
    {
        var shared = new SharedContracts(new ConfigurationBotFrameworkAuthentication(new ConfigurationBuilder().Build()));
        var factory = shared.CreateConnectorFactory(new ClaimsIdentity());

        using var first = await factory.CreateAsync("https://service.example/", "", TestContext.Current.CancellationToken);
        using var second = await factory.CreateAsync("https://other.example/", "", TestContext.Current.CancellationToken);

        Assert.NotSame(first, second);
        Assert.Same(first.SerializationSettings.ContractResolver, second.SerializationSettings.ContractResolver);
        Assert.Same(first.DeserializationSettings.ContractResolver, second.DeserializationSettings.ContractResolver);
    }

    [Fact]
    public async Task So_do_those_of_incoming_requests()
    {
        var shared = new SharedContracts(new ConfigurationBotFrameworkAuthentication(new ConfigurationBuilder().Build()));
        var activity = new Microsoft.Bot.Schema.Activity { ChannelId = "test", ServiceUrl = "https://service.example/" };

        var result = await shared.AuthenticateRequestAsync(activity, "", TestContext.Current.CancellationToken);
        using var first = await result.ConnectorFactory.CreateAsync(activity.ServiceUrl, result.Audience, TestContext.Current.CancellationToken);
        using var second = await result.ConnectorFactory.CreateAsync(activity.ServiceUrl, result.Audience, TestContext.Current.CancellationToken);

        Assert.Same(first.SerializationSettings.ContractResolver, second.SerializationSettings.ContractResolver);
    }
}
