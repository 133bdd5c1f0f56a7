using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using SupervisorBot.Gateway.Results;
using SupervisorBot.Gateway.Sessions;
using SupervisorBot.Gateway.Tests.Wire;

namespace SupervisorBot.Gateway.Tests;

public sealed class CredentialsTests
{
    private const string Status = """{"agentState":4,"isWorking":false}""";
    private static readonly SignInRequest SignIn = new("secret-password", "40038");

    [Fact]
    public void Credentials_survive_JSON_and_never_show_a_secret()
    {
        var credentials = new SessionCredentials(
            200, "secret-guid.AgentGateway0", DateTimeOffset.UtcNow, [new SessionCookie("NSLB", "cookie-value", "/agentgateway")], "7",
            new Uri("https://gateway.example.com:8043/agentgateway/resource/"));

        var read = JsonSerializer.Deserialize<SessionCredentials>(JsonSerializer.Serialize(credentials))!;

        Assert.Equal(credentials with { Cookies = [] }, read with { Cookies = [] });
        Assert.Equal(credentials.Cookies, read.Cookies);
        Assert.DoesNotContain("secret", credentials.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("cookie-value", credentials.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Credentials_stored_without_a_base_address_are_read()
    {
        var read = JsonSerializer.Deserialize<SessionCredentials>(
            """{"AgentId":200,"Guid":"a","GuidTakenAt":"2026-01-01T00:00:00+00:00","Cookies":[],"VdnId":null}""")!;

        Assert.Null(read.BaseAddress);
        Assert.Equal("a", read.Guid);
    }

    [Fact]
    public async Task An_export_names_the_base_address_in_use()
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Ok);
        await using var client = new GatewayClient(gateway.BaseAddress);

        Assert.Equal(gateway.BaseAddress, client.OpenSignedIn().Export()!.BaseAddress);
    }

    [Fact]
    public async Task Cookies_of_an_address_that_is_configured_no_more_are_left_behind()
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Ok);
        await using var client = new GatewayClient(gateway.BaseAddress);
        var session = client.Open();

        session.Import(new SessionCredentials(
            200, "kept", DateTimeOffset.UtcNow, [new SessionCookie("NSLB", "7", "/")], null, new Uri("https://old.example.com/agentgateway/resource/")));
        await session.HoldAsync();

        Assert.Equal("kept", gateway.Requests[0].Header("Guid"));
        Assert.Null(gateway.Requests[0].Header("Cookie"));
        Assert.Equal(gateway.BaseAddress, session.Export()!.BaseAddress);
    }

    [Fact]
    public async Task Each_change_of_the_credentials_is_told_once_and_what_is_no_change_is_not()
    {
        var guids = new Queue<string>(["a", "a", "b", "b", "b"]);
        await using var gateway = await ScriptedGateway.StartAsync(request =>
        {
            var answer = Answer.Result(Status).With("Set-GUID", "JSESSIONID=" + guids.Dequeue());
            return request.Line.StartsWith("POST", StringComparison.Ordinal) ? answer.With("Set-Cookie", "NSLB=2; Path=/") : answer;
        });
        await using var client = new GatewayClient(gateway.BaseAddress);
        var session = client.Open();
        var told = new List<string?>();
        session.CredentialsChanged += () => told.Add(session.Export()?.Guid);

        await session.SignInAsync(SignIn);
        await session.GetAgentStatusAsync();
        await session.GetAgentStatusAsync();
        await session.HoldAsync();
        Assert.Equal(["a", "b", "b"], told);
        Assert.Equal("2", Assert.Single(session.Export()!.Cookies).Value);
        await session.SignOutAsync();

        Assert.Equal(["a", "b", "b", null], told);
    }

    [Fact]
    public async Task A_listener_that_fails_does_not_turn_a_success_into_a_failure()
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Ok.With("Set-GUID", "JSESSIONID=new"));
        await using var client = new GatewayClient(gateway.BaseAddress);
        var session = client.OpenSignedIn();
        session.CredentialsChanged += () => throw new InvalidOperationException("mine");

        Assert.Null((await session.InterceptAsync(301, "1-1")).Failure);

        Assert.Equal("new", session.Export()!.Guid);
        Assert.Contains(client.Logs.GetSnapshot(), record => record.Id.Id == 2006);
    }

    [Fact]
    public async Task A_Guids_age_does_not_follow_a_clock_that_is_set()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Ok);
        await using var client = new GatewayClient(gateway.BaseAddress, time);
        var session = client.Open();

        session.Import(new SessionCredentials(200, "a", time.GetUtcNow().AddHours(1), [], null));
        Assert.Equal(TimeSpan.Zero, session.GuidAge);
        time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(TimeSpan.FromSeconds(30), session.GuidAge);
    }

    [Theory]
    [InlineData("0", 200, true)]
    [InlineData("100-006", 200, true)]
    [InlineData("000-003", 403, true)]
    [InlineData("0", 503, false)]
    public async Task The_time_of_the_last_answer_is_that_of_the_last_envelope(string code, int status, bool counts)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Code(code) with { Status = status });
        await using var client = new GatewayClient(gateway.BaseAddress, time);
        var session = client.OpenSignedIn(takenAt: time.GetUtcNow());
        Assert.Null(session.SinceLastAnswer);
        Assert.Null(session.LastAnsweredAt);

        await session.PollAsync();
        time.Advance(TimeSpan.FromSeconds(7));

        Assert.Equal(counts ? TimeSpan.FromSeconds(7) : null, session.SinceLastAnswer);
        Assert.Equal(counts, session.LastAnsweredAt is not null);
    }
}
