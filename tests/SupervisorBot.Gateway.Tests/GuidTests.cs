using Microsoft.Extensions.Time.Testing;
using SupervisorBot.Gateway.Results;
using SupervisorBot.Gateway.Sessions;
using SupervisorBot.Gateway.Tests.Wire;

namespace SupervisorBot.Gateway.Tests;

public sealed class GuidTests
{
    private const string Status = """{"agentState":4,"isWorking":false}""";
    private static readonly SignInRequest SignIn = new("secret-password", "40038");

    [Fact]
    public async Task The_Guid_is_the_text_after_the_first_equals_sign()
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Result(Status).With("Set-GUID", "JSESSIONID=a=b==.AgentGateway1"));
        await using var client = new GatewayClient(gateway.BaseAddress);
        var session = client.Open();
        Assert.False(session.HasGuid);
        Assert.Null(session.GuidAge);

        Assert.True((await session.SignInAsync(SignIn)).IsSuccess);
        await session.GetAgentStatusAsync();

        Assert.True(session.HasGuid);
        Assert.Null(gateway.Requests[0].Header("Guid"));
        Assert.Equal("a=b==.AgentGateway1", gateway.Requests[1].Header("Guid"));
    }

    [Theory]
    [InlineData("0", 200)]
    [InlineData("900-003", 200)]
    [InlineData("0", 503)]
    [InlineData("0", 404)]
    public async Task Any_answer_may_bring_the_next_Guid(string retcode, int status)
    {
        await using var gateway = await ScriptedGateway.StartAsync(request => request.Line.StartsWith("PUT", StringComparison.Ordinal)
            ? Answer.Code(retcode).With("set-guid", "JSESSIONID=second.AgentGateway0") with { Status = status }
            : Answer.Result(Status));
        await using var client = new GatewayClient(gateway.BaseAddress);
        var session = client.OpenSignedIn();

        await session.ListenAsync(301);
        await session.GetAgentStatusAsync();

        Assert.Equal(["first.AgentGateway0", "second.AgentGateway0"], gateway.Requests.Select(request => request.Header("Guid")));
    }

    [Fact]
    public async Task UpdateGuid_takes_the_Guid_from_its_result()
    {
        await using var gateway = await ScriptedGateway.StartAsync(request =>
            Answer.Result(request.Line.EndsWith("updateGuid", StringComparison.Ordinal) ? """{"guid":"second.AgentGateway0"}""" : Status));
        await using var client = new GatewayClient(gateway.BaseAddress);
        var session = client.OpenSignedIn();

        Assert.True((await session.UpdateGuidAsync()).IsSuccess);
        await session.GetAgentStatusAsync();

        Assert.Equal("second.AgentGateway0", gateway.Requests[1].Header("Guid"));
    }

    [Fact]
    public async Task The_answer_to_a_request_under_an_older_Guid_never_replaces_a_newer_one()
    {
        var polled = new TaskCompletionSource();
        var arrived = new TaskCompletionSource();
        await using var gateway = await ScriptedGateway.StartAsync(request =>
        {
            if (!request.Line.StartsWith("GET agentevent", StringComparison.Ordinal))
            {
                return Answer.Result(Status).With("Set-GUID", "JSESSIONID=newer.AgentGateway0");
            }

            arrived.TrySetResult();
            return Answer.Json("""{"message":"","retcode":"0"}""").With("Set-GUID", "JSESSIONID=older.AgentGateway0") with { Gate = polled.Task };
        });
        await using var client = new GatewayClient(gateway.BaseAddress);
        var session = client.OpenSignedIn();

        var poll = session.PollAsync();
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(15));
        await session.GetAgentStatusAsync();
        polled.SetResult();
        Assert.True((await poll).IsSuccess);

        Assert.Equal("newer.AgentGateway0", session.Export()!.Guid);
    }

    [Fact]
    public async Task A_sign_in_carries_no_Guid_and_its_Guid_replaces_every_other()
    {
        var arrived = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        await using var gateway = await ScriptedGateway.StartAsync(request =>
        {
            if (!request.Line.StartsWith("PUT onlineagent", StringComparison.Ordinal))
            {
                return Answer.Result(Status).With("Set-GUID", "JSESSIONID=between.AgentGateway0");
            }

            arrived.TrySetResult();
            return Answer.Ok.With("Set-GUID", "JSESSIONID=signed-in.AgentGateway0") with { Gate = release.Task };
        });
        await using var client = new GatewayClient(gateway.BaseAddress);
        var session = client.OpenSignedIn();

        var signIn = session.ForceSignInAsync(SignIn);
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(15));
        await session.GetAgentStatusAsync();
        release.SetResult();
        Assert.True((await signIn).IsSuccess);

        Assert.Null(gateway.Requests[0].Header("Guid"));
        Assert.Equal("signed-in.AgentGateway0", session.Export()!.Guid);
    }

    [Fact]
    public async Task A_refused_sign_in_keeps_the_Guid_that_was_there()
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Code("100-002").With("Set-GUID", "JSESSIONID=nobodys.AgentGateway0"));
        await using var client = new GatewayClient(gateway.BaseAddress);
        var session = client.OpenSignedIn();

        Assert.Equal(new Refused(new ResultCode(ResultCodes.AlreadySignedIn)), (await session.SignInAsync(SignIn)).Failure);

        Assert.Equal("first.AgentGateway0", session.Export()!.Guid);
    }

    [Fact]
    public async Task A_sign_in_without_a_Guid_is_not_taken_for_a_success()
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Ok);
        await using var client = new GatewayClient(gateway.BaseAddress);
        var session = client.Open();

        Assert.Equal(new Unknown(GatewayFault.MissingGuid), (await session.SignInAsync(SignIn)).Failure);
        Assert.False(session.HasGuid);
    }

    [Fact]
    public async Task A_sign_out_forgets_the_Guid_only_when_it_succeeded()
    {
        var answers = new Queue<Answer>([Answer.Code("100-010"), Answer.Ok]);
        await using var gateway = await ScriptedGateway.StartAsync(_ => answers.Dequeue());
        await using var client = new GatewayClient(gateway.BaseAddress);
        var session = client.OpenSignedIn();

        Assert.Equal(new Refused(new ResultCode(ResultCodes.SignOutWrongState)), (await session.SignOutAsync()).Failure);
        Assert.True(session.HasGuid);
        Assert.True((await session.ForceSignOutAsync()).IsSuccess);
        Assert.False(session.HasGuid);
        Assert.Null(session.Export());
    }

    [Theory]
    [InlineData(80, false)]
    [InlineData(81, true)]
    public async Task An_old_Guid_is_refreshed_just_before_an_intercept(int seconds, bool refreshed)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var gateway = await ScriptedGateway.StartAsync(request => request.Line.StartsWith("GET", StringComparison.Ordinal)
            ? Answer.Result(Status).With("Set-GUID", "JSESSIONID=fresh.AgentGateway0")
            : Answer.Ok);
        await using var client = new GatewayClient(gateway.BaseAddress, time);
        var session = client.OpenSignedIn(takenAt: time.GetUtcNow());
        time.Advance(TimeSpan.FromSeconds(seconds));
        Assert.Equal(TimeSpan.FromSeconds(seconds), session.GuidAge);

        Assert.True((await session.InterceptAsync(301, "1-1")).IsSuccess);

        string[] put = ["PUT qualitycontrol/200/intercept/301/1-1"];
        Assert.Equal(refreshed ? ["GET onlineagent/200/agentstatus", .. put] : put, gateway.Lines());
        Assert.Equal(refreshed ? "fresh.AgentGateway0" : "first.AgentGateway0", gateway.Requests[^1].Header("Guid"));
    }

    [Fact]
    public async Task An_intercept_is_not_sent_when_its_old_Guid_has_lapsed()
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Code("100-006"));
        await using var client = new GatewayClient(gateway.BaseAddress);

        var result = await client.OpenSignedIn(takenAt: DateTimeOffset.UtcNow.AddMinutes(-5)).InterceptAsync(301, "1-1");

        Assert.Equal(new Refused(new ResultCode(ResultCodes.NotSignedIn)), result.Failure);
        Assert.Equal(["GET onlineagent/200/agentstatus"], gateway.Lines());
    }

    [Fact]
    public async Task An_intercept_is_surely_not_acted_on_when_its_Guid_cannot_be_refreshed()
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Ok with { Status = 503 });
        await using var client = new GatewayClient(gateway.BaseAddress, null, ("ReadRetries", "0"));

        var result = await client.OpenSignedIn(takenAt: DateTimeOffset.UtcNow.AddMinutes(-5)).InterceptAsync(301);

        Assert.Equal(new Unreachable(GatewayFault.GuidNotRefreshed), result.Failure);
        Assert.Equal(["GET onlineagent/200/agentstatus"], gateway.Lines());
    }

    [Fact]
    public async Task The_sign_ins_cookies_go_with_every_call_and_its_successor_begins_without()
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Result(Status)
            .With("Set-GUID", "JSESSIONID=a.AgentGateway0").With("Set-Cookie", "NSLB=node7; Path=/; Secure; HttpOnly").With("Set-Cookie", "elb=2; Path=/agentgateway"));
        await using var client = new GatewayClient(gateway.BaseAddress);
        var session = client.Open();

        await session.SignInAsync(SignIn);
        await session.GetAgentStatusAsync();
        await session.ForceSignInAsync(SignIn);
        await client.Open(201).GetAgentStatusAsync();

        Assert.Null(gateway.Requests[0].Header("Cookie"));
        Assert.Equal(["NSLB=node7", "elb=2"], gateway.Requests[1].Header("Cookie")!.Split("; ").Order(StringComparer.Ordinal));
        Assert.Null(gateway.Requests[2].Header("Cookie"));
        Assert.Null(gateway.Requests[3].Header("Cookie"));
    }

    [Fact]
    public async Task Exported_credentials_go_on_in_another_process()
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Result("""{"vdnid":1,"loginTime":"1700000000000"}""")
            .With("Set-GUID", "JSESSIONID=a.AgentGateway0").With("Set-Cookie", "NSLB=node7; Path=/"));
        await using var before = new GatewayClient(gateway.BaseAddress);
        var session = before.Open();
        var signIn = await session.SignInAsync(SignIn);
        var credentials = session.Export()!;

        await using var after = new GatewayClient(gateway.BaseAddress);
        var resumed = after.Open();
        resumed.Import(credentials);
        await resumed.HoldAsync();

        Assert.Equal("1", signIn.Value.VdnId);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(1_700_000_000_000), signIn.Value.SignedInAt);
        Assert.Equal("a.AgentGateway0", gateway.Requests[1].Header("Guid"));
        Assert.Equal("NSLB=node7", gateway.Requests[1].Header("Cookie"));
        Assert.Equal("SessionCredentials { AgentId = 200 }", credentials.ToString());
        Assert.Throws<ArgumentException>(() => after.Open(201).Import(credentials));
    }

    [Fact]
    public async Task Sign_in_and_sign_out_of_one_session_never_overlap()
    {
        var arrived = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        await using var gateway = await ScriptedGateway.StartAsync(request =>
        {
            if (request.Line.StartsWith("POST", StringComparison.Ordinal))
            {
                return Answer.Ok;
            }

            arrived.TrySetResult();
            return Answer.Ok.With("Set-GUID", "JSESSIONID=a.AgentGateway0") with { Gate = release.Task };
        });
        await using var client = new GatewayClient(gateway.BaseAddress);
        var session = client.OpenSignedIn();

        var signIn = session.SignInAsync(SignIn);
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(15));
        Task[] waiting = [session.SignOutAsync(), session.ForceSignInAsync(SignIn), session.ForceSignOutAsync()];

        // Another request goes through, so the three had their chance.
        Assert.True((await session.HoldAsync()).IsSuccess);
        Assert.Equal(["PUT onlineagent/200", "POST voicecall/200/hold"], gateway.Lines());
        release.SetResult();
        await Task.WhenAll([signIn, .. waiting]);

        Assert.Equal(5, gateway.Requests.Count);
    }

    [Fact]
    public async Task A_second_poll_at_a_time_is_a_mistake()
    {
        var arrived = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        await using var gateway = await ScriptedGateway.StartAsync(_ =>
        {
            arrived.TrySetResult();
            return Answer.Json("""{"message":"","retcode":"0"}""") with { Gate = release.Task };
        });
        await using var client = new GatewayClient(gateway.BaseAddress);
        var session = client.OpenSignedIn();

        var first = session.PollAsync();
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(15));
        await Assert.ThrowsAsync<InvalidOperationException>(() => session.PollAsync());
        release.SetResult();

        Assert.Null((await first).Value);
        Assert.True((await session.PollAsync()).IsSuccess);
        Assert.Equal(2, gateway.Requests.Count);
    }
}
