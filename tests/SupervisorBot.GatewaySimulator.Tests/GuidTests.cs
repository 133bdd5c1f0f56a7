using Microsoft.Extensions.Time.Testing;

namespace SupervisorBot.GatewaySimulator.Tests;

public sealed class GuidTests
{
    [Fact]
    public async Task Dynamic_authentication_delivers_the_renewed_guid_with_a_poll_and_the_old_one_lapses_later()
    {
        var time = new FakeTimeProvider();
        await using var gateway = await Gateway.StartAsync(time: time);
        var inspector = await gateway.SignInAsync(1001);
        Assert.Null((await inspector.PollAsync()).SetGuid);

        time.Advance(TimeSpan.FromSeconds(60));
        var renewed = await inspector.PollAsync();
        var notByOthers = await inspector.GetAsync("onlineagent/{0}/agentstatus");
        time.Advance(TimeSpan.FromSeconds(119));
        var overlap = await inspector.PollAsync();
        time.Advance(TimeSpan.FromSeconds(1));
        var lapsed = await inspector.PollAsync();

        Assert.StartsWith("JSESSIONID=", renewed.SetGuid, StringComparison.Ordinal);
        Assert.NotEqual(inspector.Guid, renewed.Guid);
        Assert.Equal("0", notByOthers.RetCode);
        Assert.Null(notByOthers.SetGuid);
        Assert.Equal("0", overlap.RetCode);
        Assert.Equal("000-003", lapsed.RetCode);
        Assert.Equal(["previous", "previous", "lapsed"], gateway.Host.RequestLog.Snapshot("getAgentEvent").TakeLast(3).Select(record => record.Guid));
    }

    [Fact]
    public async Task A_client_that_takes_each_new_guid_stays_signed_in()
    {
        var time = new FakeTimeProvider();
        await using var gateway = await Gateway.StartAsync(time: time);
        var inspector = await gateway.SignInAsync(1001);

        for (var i = 0; i < 30; i++)
        {
            time.Advance(TimeSpan.FromSeconds(50));
            var answer = await inspector.PollAsync();
            Assert.Equal("0", answer.RetCode);
            inspector.Guid = answer.Guid ?? inspector.Guid;
        }
    }

    [Fact]
    public async Task Static_authentication_keeps_the_guid()
    {
        var time = new FakeTimeProvider();
        await using var gateway = await Gateway.StartAsync(options => options.AuthMode = 1, time);
        var inspector = await gateway.SignInAsync(1001);

        for (var i = 0; i < 10; i++)
        {
            time.Advance(TimeSpan.FromSeconds(100));
            var answer = await inspector.PollAsync();
            Assert.Equal("0", answer.RetCode);
            Assert.Null(answer.SetGuid);
        }

        Assert.Equal(inspector.Guid, (string?)(await inspector.PutAsync("onlineagent/{0}/updateGuid")).Result!["guid"]);
    }

    [Fact]
    public async Task UpdateGuid_renews_at_once()
    {
        await using var gateway = await Gateway.StartAsync();
        var inspector = await gateway.SignInAsync(1001);

        var renewed = (string?)(await inspector.PutAsync("onlineagent/{0}/updateGuid")).Result!["guid"];

        Assert.NotEqual(inspector.Guid, renewed);
        inspector.Guid = renewed!;
        Assert.Equal("0", (await inspector.PollAsync()).RetCode);
        Assert.Equal("current", gateway.Host.RequestLog.Snapshot("getAgentEvent")[^1].Guid);
    }
}
