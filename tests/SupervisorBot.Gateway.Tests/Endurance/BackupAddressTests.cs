using SupervisorBot.Gateway.Results;
using SupervisorBot.Gateway.Sessions;
using SupervisorBot.Gateway.Tests.Wire;

namespace SupervisorBot.Gateway.Tests.Endurance;

public sealed class BackupAddressTests
{
    private const string Status = """{"agentState":4,"isWorking":false}""";
    private static readonly Unreachable NoConnection = new(GatewayFault.Connection);
    private static readonly SignInRequest SignIn = new("secret-password", "40038");

    [Fact]
    public async Task Polls_go_over_after_so_many_failed_connections_and_stay_where_they_are_answered()
    {
        await using var backup = await ScriptedGateway.StartAsync(_ => Answer.Ok.With("Set-GUID", "JSESSIONID=second").With("Set-Cookie", "NSLB=b; Path=/"));
        await using var client = Client(Ports.NobodysAddress(), backup.BaseAddress);
        var session = client.Open();
        session.Import(new SessionCredentials(200, "first", DateTimeOffset.UtcNow, [new SessionCookie("NSLB", "a", "/")], null));
        var told = new List<Uri?>();
        session.CredentialsChanged += () => told.Add(session.Export()?.BaseAddress);

        Assert.Equal(NoConnection, (await session.PollAsync()).Failure);
        Assert.Equal(NoConnection, (await session.PollAsync()).Failure);
        Assert.Empty(backup.Requests);
        Assert.True((await session.PollAsync()).IsSuccess);
        Assert.True((await session.PollAsync()).IsSuccess);
        Assert.True((await session.InterceptAsync(301, "1-1")).IsSuccess);

        Assert.Equal(["GET agentevent/200", "GET agentevent/200", "PUT qualitycontrol/200/intercept/301/1-1"], backup.Lines());
        Assert.Equal(["first", "second", "second"], backup.Requests.Select(request => request.Header("Guid")));
        Assert.Equal([null, "NSLB=b", "NSLB=b"], backup.Requests.Select(request => request.Header("Cookie")));
        Assert.Contains(backup.BaseAddress, told);
        Assert.Equal(backup.BaseAddress, session.Export()!.BaseAddress);
        Assert.Equal("b", Assert.Single(session.Export()!.Cookies).Value);
        Assert.Contains(client.Logs.GetSnapshot(), record => record.Id.Id == 2009);
    }

    [Fact]
    public async Task A_session_goes_back_in_the_same_way()
    {
        await using var first = await ScriptedGateway.StartAsync(_ => Answer.Ok);
        await using var client = Client(first.BaseAddress, Ports.NobodysAddress(), out var backup);
        var session = client.Open();
        session.Import(new SessionCredentials(200, "kept", DateTimeOffset.UtcNow, [], null, backup));

        Assert.Equal(NoConnection, (await session.PollAsync()).Failure);
        Assert.Equal(NoConnection, (await session.PollAsync()).Failure);
        Assert.True((await session.PollAsync()).IsSuccess);

        Assert.Equal(first.BaseAddress, session.Export()!.BaseAddress);
    }

    [Theory]
    [InlineData("100-006")]
    [InlineData("000-003")]
    public async Task A_backup_that_does_not_know_the_session_says_nothing_about_it(string code)
    {
        await using var backup = await ScriptedGateway.StartAsync(_ => Answer.Code(code).With("Set-GUID", "JSESSIONID=nobodys"));
        var first = Ports.NobodysAddress();
        await using var client = Client(first, backup.BaseAddress);
        var session = client.OpenSignedIn();

        for (var poll = 0; poll < 4; poll++)
        {
            Assert.Equal(NoConnection, (await session.PollAsync()).Failure);
        }

        Assert.Equal(NoConnection, (await session.InterceptAsync(301, "1-1")).Failure);
        Assert.Equal(["GET agentevent/200", "PUT qualitycontrol/200/intercept/301/1-1"], backup.Lines());
        Assert.Equal("first.AgentGateway0", session.Export()!.Guid);
        Assert.Equal(first, session.Export()!.BaseAddress);
        Assert.Null(session.SinceLastAnswer);
    }

    [Fact]
    public async Task A_read_finds_the_backup_within_its_own_repetitions()
    {
        await using var backup = await ScriptedGateway.StartAsync(_ => Answer.Result("""["1-1"]"""));
        await using var client = Client(Ports.NobodysAddress(), backup.BaseAddress);

        Assert.Equal(["1-1"], (await client.OpenSignedIn().GetCallIdsAsync(301)).Value);
        Assert.Single(backup.Requests);
    }

    [Theory]
    [MemberData(nameof(Operations.ActNames), MemberType = typeof(Operations))]
    public async Task An_act_whose_connection_is_refused_goes_to_the_backup_once(string name)
    {
        await using var backup = await ScriptedGateway.StartAsync(_ => Answer.Ok.With("Set-GUID", "JSESSIONID=b"));
        await using var client = new GatewayClient(
            Ports.NobodysAddress(), null, ("BackupBaseAddress", backup.BaseAddress.AbsoluteUri), ("ResetSkills:0", "all"), ("FailoverAfter", "1"));
        var session = client.OpenSignedIn();
        var failure = await Operations.Acts[name].Run(session);

        // What keeps the session alive waits for its next turn; it is asked again anyway.
        if (name is "poll" or "handshake")
        {
            Assert.Equal(NoConnection, failure);
            failure = await Operations.Acts[name].Run(session);
        }

        Assert.Null(failure);
        Assert.Equal([Operations.Acts[name].Line], backup.Lines());
    }

    [Theory]
    [MemberData(nameof(Operations.ActNames), MemberType = typeof(Operations))]
    public async Task What_one_address_may_have_received_is_never_sent_to_the_other(string name)
    {
        await using var backup = await ScriptedGateway.StartAsync(_ => Answer.Ok);
        await using var first = new ClosingServer();
        await using var client = new GatewayClient(
            first.BaseAddress, null, ("BackupBaseAddress", backup.BaseAddress.AbsoluteUri), ("ResetSkills:0", "all"), ("FailoverAfter", "1"));
        var session = client.OpenSignedIn();

        Assert.Equal(new Unknown(GatewayFault.Dropped), await Operations.Acts[name].Run(session));
        Assert.Equal(new Unknown(GatewayFault.Dropped), await Operations.Acts[name].Run(session));

        Assert.Empty(backup.Requests);
        Assert.Equal(2, first.Unanswered.Count);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(503)]
    public async Task An_address_that_answers_is_in_use_whatever_it_answers(int status)
    {
        await using var backup = await ScriptedGateway.StartAsync(_ => Answer.Ok);
        await using var first = await ScriptedGateway.StartAsync(_ => Answer.Json("no") with { Status = status });
        await using var client = Client(first.BaseAddress, backup.BaseAddress);
        var session = client.OpenSignedIn();

        for (var turn = 0; turn < 4; turn++)
        {
            Assert.NotNull((await session.PollAsync()).Failure);
            Assert.NotNull((await session.InterceptAsync(301, "1-1")).Failure);
        }

        Assert.Empty(backup.Requests);
    }

    [Fact]
    public async Task A_sign_in_at_the_backup_makes_it_the_sessions_address()
    {
        var answers = new Queue<Answer>([Answer.Code("100-004"), Answer.Ok.With("Set-GUID", "JSESSIONID=b").With("Set-Cookie", "NSLB=b; Path=/"), Answer.Result(Status)]);
        await using var backup = await ScriptedGateway.StartAsync(_ => answers.Dequeue());
        await using var client = Client(Ports.NobodysAddress(), backup.BaseAddress);
        var session = client.Open();

        Assert.Equal(new Refused(new ResultCode(ResultCodes.WrongPassword)), (await session.SignInAsync(SignIn)).Failure);
        Assert.True((await session.SignInAsync(SignIn)).IsSuccess);
        Assert.True((await session.GetAgentStatusAsync()).IsSuccess);

        Assert.Equal(backup.BaseAddress, session.Export()!.BaseAddress);
        Assert.Equal("NSLB=b", backup.Requests[2].Header("Cookie"));
    }

    [Fact]
    public async Task A_session_resumes_at_the_address_that_it_was_with()
    {
        await using var first = await ScriptedGateway.StartAsync(_ => Answer.Ok);
        await using var backup = await ScriptedGateway.StartAsync(_ => Answer.Ok);
        await using var client = Client(first.BaseAddress, backup.BaseAddress);
        var session = client.Open();

        session.Import(new SessionCredentials(200, "a", DateTimeOffset.UtcNow, [new SessionCookie("NSLB", "7", "/")], null, backup.BaseAddress));
        await session.HoldAsync();

        Assert.Empty(first.Requests);
        Assert.Equal("NSLB=7", Assert.Single(backup.Requests).Header("Cookie"));
    }

    [Fact]
    public async Task With_both_addresses_away_an_act_is_surely_not_acted_on()
    {
        await using var client = Client(Ports.NobodysAddress(), Ports.NobodysAddress());

        Assert.Equal(NoConnection, (await client.OpenSignedIn().InterceptAsync(301, "1-1")).Failure);
        Assert.Equal(NoConnection, (await client.Open().SignInAsync(SignIn)).Failure);
    }

    private static GatewayClient Client(Uri first, Uri backup) => Client(first, backup, out _);

    private static GatewayClient Client(Uri first, Uri backup, out Uri second)
    {
        second = backup;
        return new GatewayClient(first, null, ("BackupBaseAddress", backup.AbsoluteUri));
    }
}
