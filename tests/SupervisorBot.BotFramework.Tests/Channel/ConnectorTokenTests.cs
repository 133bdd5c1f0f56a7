using Microsoft.Extensions.DependencyInjection;
using SupervisorBot.BotFramework.Authentication;
using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.BotFramework.Tests.Channel;

public sealed class ConnectorTokenTests
{
    [Fact]
    public async Task The_token_goes_along_and_none_is_sent_where_there_is_none()
    {
        await using ConnectorFixture anonymous = await ConnectorFixture.StartAsync();
        await using ConnectorFixture known = await ConnectorFixture.StartAsync(configure: s => s.AddSingleton<IOutboundTokenProvider>(new OneToken()));

        await anonymous.Channel.SendAsync(anonymous.Thread, Activity.Message("x"), CancellationToken.None);
        await known.Channel.SendAsync(known.Thread, Activity.Message("x"), CancellationToken.None);

        Assert.DoesNotContain("Authorization", Assert.Single(anonymous.Connector.Calls).Headers.Keys);
        Assert.Equal("Bearer t0ken", Assert.Single(known.Connector.Calls).Headers["Authorization"]);
    }

    private sealed class OneToken : IOutboundTokenProvider
    {
        public ValueTask<string?> GetTokenAsync(Uri serviceUrl, CancellationToken ct) => ValueTask.FromResult<string?>("t0ken");
    }
}
