using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Time.Testing;
using SupervisorBot.Gateway.Results;
using SupervisorBot.Gateway.Tests.Wire;

namespace SupervisorBot.Gateway.Tests;

public sealed class TransportFaultTests
{
    [Fact]
    public async Task A_refused_connection_is_surely_not_acted_on()
    {
        await using var client = new GatewayClient(Address(FreePort()));

        Assert.Equal(new Unreachable(GatewayFault.Connection), (await client.OpenSignedIn().InterceptAsync(301, "1-1")).Failure);
    }

    [Fact]
    public async Task A_name_that_does_not_exist_is_surely_not_acted_on()
    {
        await using var client = new GatewayClient(new Uri("https://gateway.invalid:8043/agentgateway/resource/"));

        Assert.Equal(new Unreachable(GatewayFault.NameResolution), (await client.OpenSignedIn().InterceptAsync(301, "1-1")).Failure);
    }

    [Fact]
    public async Task A_certificate_of_a_stranger_is_not_trusted()
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Ok);
        await using var client = new GatewayClient(gateway.BaseAddress, null, ("TrustedCertificates", TestAuthority.StrangersPemFile));

        Assert.Equal(new Unreachable(GatewayFault.SecureConnection), (await client.OpenSignedIn().InterceptAsync(301, "1-1")).Failure);
        Assert.Empty(gateway.Requests);
    }

    [Fact]
    public async Task A_private_certificate_is_not_trusted_without_the_setting()
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Ok);
        await using var client = new GatewayClient(gateway.BaseAddress, null, ("TrustedCertificates", ""));

        Assert.Equal(new Unreachable(GatewayFault.SecureConnection), (await client.OpenSignedIn().InterceptAsync(301, "1-1")).Failure);
        Assert.Empty(gateway.Requests);
    }

    [Fact]
    public async Task A_trusted_certificate_for_another_name_is_not_trusted()
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Ok, TestAuthority.OtherNameCertificate);
        await using var client = new GatewayClient(gateway.BaseAddress);

        Assert.Equal(new Unreachable(GatewayFault.SecureConnection), (await client.OpenSignedIn().InterceptAsync(301, "1-1")).Failure);
        Assert.Empty(gateway.Requests);
    }

    [Fact]
    public async Task A_lone_self_signed_certificate_of_the_gateway_can_be_trusted_itself()
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Ok, TestAuthority.SelfSigned);
        await using var client = new GatewayClient(gateway.BaseAddress, null, ("TrustedCertificates", TestAuthority.SelfSignedPemFile));

        Assert.True((await client.OpenSignedIn().HoldAsync()).IsSuccess);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(429)]
    public async Task What_a_web_server_turns_away_is_surely_not_acted_on(int status)
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ =>
            (Answer.Json("<html>no</html>") with { Status = status, ContentType = "text/html" }).With("Location", "/elsewhere"));
        await using var client = new GatewayClient(gateway.BaseAddress);

        Assert.Equal(new Unreachable(GatewayFault.RejectedByServer), (await client.OpenSignedIn().InterceptAsync(301, "1-1")).Failure);
        Assert.Single(gateway.Requests);
    }

    [Fact]
    public async Task A_refusal_is_read_from_any_status_under_500()
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Code("000-003") with { Status = 403 });
        await using var client = new GatewayClient(gateway.BaseAddress);

        Assert.Equal(new Refused(new ResultCode("000-003")), (await client.OpenSignedIn().InterceptAsync(301, "1-1")).Failure);
    }

    [Theory]
    [InlineData("intercept", 15)]
    [InlineData("listen", 10)]
    [InlineData("poll", 20)]
    public async Task No_answer_within_the_limit_leaves_the_outcome_unknown(string operation, int seconds)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var arrived = new TaskCompletionSource();
        await using var gateway = await ScriptedGateway.StartAsync(_ =>
        {
            arrived.TrySetResult();
            return Answer.Ok with { Gate = new TaskCompletionSource().Task };
        });
        await using var client = new GatewayClient(gateway.BaseAddress, time);

        var running = Operations.Acts[operation].Run(client.OpenSignedIn(takenAt: time.GetUtcNow()));
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(15));
        time.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromMilliseconds(1));
        Assert.False(running.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(new Unknown(GatewayFault.Timeout), await running.WaitAsync(TimeSpan.FromSeconds(15)));
        Assert.Single(gateway.Requests);
    }

    [Fact]
    public async Task The_limit_passing_before_anything_was_sent_is_surely_not_acted_on()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        await using var client = new GatewayClient(Address(((IPEndPoint)silent.LocalEndpoint).Port), time, ("ConnectTimeout", "00:00:30"));

        var running = client.OpenSignedIn(takenAt: time.GetUtcNow()).InterceptAsync(301, "1-1");
        using var accepted = await silent.AcceptTcpClientAsync().WaitAsync(TimeSpan.FromSeconds(15));
        time.Advance(TimeSpan.FromSeconds(15));

        Assert.Equal(new Unreachable(GatewayFault.TimeoutBeforeSending), (await running.WaitAsync(TimeSpan.FromSeconds(15))).Failure);
    }

    [Fact]
    public async Task A_read_whose_answer_is_cut_in_its_body_is_repeated()
    {
        var asked = 0;
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Result("[\"1-1\"]") with { Cut = Interlocked.Increment(ref asked) == 1 });
        await using var client = new GatewayClient(gateway.BaseAddress);

        Assert.Equal(["1-1"], (await client.OpenSignedIn().GetCallIdsAsync(301)).Value);
        Assert.Equal(2, gateway.Requests.Count);
    }

    [Fact]
    public async Task An_act_whose_answer_is_cut_in_its_body_is_not_repeated()
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Ok with { Cut = true });
        await using var client = new GatewayClient(gateway.BaseAddress);

        Assert.Equal(new Unknown(GatewayFault.Dropped), (await client.OpenSignedIn().InterceptAsync(301, "1-1")).Failure);
        Assert.Single(gateway.Requests);
    }

    [Fact]
    public async Task The_limit_of_a_read_covers_its_repetitions()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var arrived = new TaskCompletionSource();
        await using var gateway = await ScriptedGateway.StartAsync(_ =>
        {
            arrived.TrySetResult();
            return Answer.Ok with { Gate = new TaskCompletionSource().Task };
        });
        await using var client = new GatewayClient(gateway.BaseAddress, time);

        var running = client.OpenSignedIn(takenAt: time.GetUtcNow()).GetCallIdsAsync(301);
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(15));
        time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(new Unknown(GatewayFault.Timeout), (await running.WaitAsync(TimeSpan.FromSeconds(15))).Failure);
        Assert.Single(gateway.Requests);
    }

    [Theory]
    [InlineData("intercept")]
    [InlineData("call ids")]
    public async Task The_callers_own_cancellation_is_an_exception(string operation)
    {
        var arrived = new TaskCompletionSource();
        await using var gateway = await ScriptedGateway.StartAsync(_ =>
        {
            arrived.TrySetResult();
            return Answer.Ok with { Gate = new TaskCompletionSource().Task };
        });
        await using var client = new GatewayClient(gateway.BaseAddress);
        using var wish = new CancellationTokenSource();
        var session = client.OpenSignedIn();

        Task running = operation == "intercept" ? session.InterceptAsync(301, "1-1", cancellationToken: wish.Token) : session.GetCallIdsAsync(301, wish.Token);
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(15));
        await wish.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(TimeSpan.FromSeconds(15)));
        Assert.Single(gateway.Requests);
    }

    private static Uri Address(int port) => new($"https://127.0.0.1:{port}/agentgateway/resource/");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
