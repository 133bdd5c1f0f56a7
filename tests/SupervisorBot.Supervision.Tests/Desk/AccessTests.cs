using System.Globalization;
using SupervisorBot.GatewaySimulator;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Administration;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Notices;
using SupervisorBot.Supervision.Sessions;
using MonitoringMode = SupervisorBot.Gateway.Monitoring.MonitoringMode;

namespace SupervisorBot.Supervision.Tests.Desk;

/// <summary>Who may do what, asked again where it begins to act, over a simulated gateway.</summary>
public sealed class AccessTests
{
    private const int Own = 2001;
    private const int Other = 2002;

    private static readonly (string, string)[] ByNumber =
        [("AgentTeams:0:Name", "Front desk"), ("AgentTeams:0:WorkNumbers", "2001"), ("Inspectors:0:Teams:0", "front desk")];

    private static readonly (string, string)[] ByGroup =
        [("Roster:Interval", "00:00:00"), ("AgentTeams:0:Name", "Mine"), ("AgentTeams:0:Groups:0", "SALES"), ("Inspectors:0:Teams:0", "Mine")];

    private static readonly (string, string)[] InDatabase =
        [("Directory:Source", "Database"), ("Inspectors:0:Permissions", "All"), ("Inspectors:1:Permissions", "All"), ("Session:KeeperInterval", "00:00:00.200")];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static AuditActor Nobody { get; } = new(null, null, null, null, null);

    [Fact]
    public async Task An_inspector_with_teams_sees_and_reaches_only_their_agents()
    {
        await using var host = await DeskHost.StartAsync(null, ByNumber);
        await host.SignInAsync(host.Alex);
        await host.SignInAsync(host.Megan);
        var requests = host.Gateway.RequestLog.Snapshot("addSupervise").Count;

        var seen = await host.Desk.GetRosterAsync(host.Alex, Stop);
        Assert.Equal([Own], seen.Agents.Select(agent => agent.WorkNo));
        Assert.True((await host.Desk.GetRosterAsync(host.Megan, Stop)).Agents.Count > 5);
        Assert.Equal(Refusal.OtherTeam, (await host.Desk.GetCallsAsync(host.Alex, Other, Stop)).Refusal);
        Assert.Null((await host.Desk.GetCallsAsync(host.Alex, Own, Stop)).Refusal);
        foreach (var mode in Enum.GetValues<MonitoringMode>())
        {
            var receipt = await host.AskAsync(host.Alex, id => new MonitorRequested(id, DeskHost.Place, Other, mode));
            Assert.Equal((Refusal.OtherTeam, Other), (receipt.Refusal, receipt.WorkNo));
        }

        var proposal = await host.Desk.ProposeAsync(host.Alex, new InterceptionProposal(Guid.NewGuid(), Other, "1-1", DeskHost.Place), Stop);
        Assert.Equal(Refusal.OtherTeam, proposal.Refusal);
        Assert.Equal(requests, host.Gateway.RequestLog.Snapshot("addSupervise").Count);
    }

    [Fact]
    public async Task The_gateways_groups_put_agents_into_a_team()
    {
        await using var host = await DeskHost.StartAsync(null, ByGroup);
        Assert.Equal(AccessRefusal.NotSignedIn, (await DecideAsync(host, Permission.Listen, Own)).Refusal);
        await host.SignInAsync(host.Alex);

        var seen = await host.Desk.GetRosterAsync(host.Alex, Stop);
        Assert.Equal("Sales", Assert.Single(seen.Agents.Select(agent => agent.Group).Distinct()));
        Assert.Contains(Own, seen.Agents.Select(agent => agent.WorkNo));
        Assert.True((await DecideAsync(host, Permission.Listen, Own)).Allowed);
        var other = host.Gateway.ContactCentre.Agents.First(agent => agent.Group != "Sales" && agent.WorkNo > 2000);
        Assert.Equal(AccessRefusal.OtherTeam, (await DecideAsync(host, Permission.Listen, other.WorkNo)).Refusal);
        Assert.Equal(AccessRefusal.OtherTeam, (await DecideAsync(host, Permission.Listen, 999_999)).Refusal);
    }

    [Fact]
    public async Task Where_a_group_decides_and_the_roster_cannot_be_read_nothing_is_allowed()
    {
        await using var host = await DeskHost.StartAsync(null, ByGroup);
        await host.SignInAsync(host.Alex);
        Assert.True((await DecideAsync(host, Permission.Listen, Own)).Allowed);

        host.Gateway.Faults.Add(new Fault { Kind = FaultKind.Status, Operation = "queryAllAgentStatus", Times = Fault.Always });
        host.Gateway.Faults.Add(new Fault { Kind = FaultKind.Status, Operation = "queryOnlineAgentOnVdn", Times = Fault.Always });
        Assert.Equal(AccessRefusal.NotKnown, (await DecideAsync(host, Permission.Listen, Own)).Refusal);
        Assert.Empty((await host.Desk.GetRosterAsync(host.Alex, Stop)).Agents);
        host.Gateway.Faults.Clear();
        Assert.True((await DecideAsync(host, Permission.Listen, Own)).Allowed);
    }

    [Fact]
    public async Task A_permission_that_is_taken_away_between_the_card_and_the_press_refuses_the_press_and_changes_nothing()
    {
        await using var host = await DeskHost.StartAsync(null, InDatabase);
        var callId = await host.ListenToACallAsync(host.Alex);
        var operation = await host.ProposeAsync(host.Alex, callId);
        await EditAsync(host, new Forbid(1001, PermissionSet.Of(Permission.Intercept)));

        var answer = await host.PressAsync(host.Alex, operation);
        Assert.Equal((PressResult.Refused, Refusal.NotPermitted), (answer.Result, answer.Refusal));
        Assert.Equal(InterceptionStep.Proposed, answer.Interception!.Step);
        Assert.Equal(0, host.InterceptsReceived);
        Assert.Contains(await AuditAsync(host), entry => entry is { Act: AuditAct.Intercept, Stage: AuditStage.Refused, Detail: nameof(AccessRefusal.NotPermitted) });

        await EditAsync(host, new Permit(1001, PermissionSet.Of(Permission.Intercept)));
        Assert.Equal(PressResult.TookEffect, (await host.PressAsync(host.Alex, operation)).Result);
        Assert.Equal(InterceptionOutcome.Done, (await host.OutcomeAsync(operation)).Outcome);
    }

    [Theory]
    [InlineData("Intercept", ProblemKind.NotPermitted)]
    [InlineData("Teams", ProblemKind.OtherTeam)]
    [InlineData("Inspector", ProblemKind.NotListed)]
    public async Task What_is_taken_away_after_the_press_while_the_phone_rings_keeps_the_intercept_from_being_sent(string what, ProblemKind why)
    {
        await using var host = await DeskHost.StartAsync(options => options.PhonePickupDelay = TimeSpan.FromSeconds(2), InDatabase);
        var callId = host.Gateway.ContactCentre.StartCall(Own, DeskHost.Customer);
        await host.SignInAsync(host.Alex);
        var operation = await host.ProposeAsync(host.Alex, callId);
        Assert.Equal(PressResult.TookEffect, (await host.PressAsync(host.Alex, operation)).Result);
        await host.NoticeAsync<InterceptionNotice>(notice => notice.Interception.Step == InterceptionStep.WaitingForPhone);
        if (what == "Teams")
        {
            await EditAsync(host, new AddTeam(new AgentTeam("Elsewhere", Other.ToString(CultureInfo.InvariantCulture), [])));
        }

        await EditAsync(host, what switch
        {
            "Intercept" => new Forbid(1001, PermissionSet.Of(Permission.Intercept)),
            "Teams" => new ChangeInspector(1001, null, null, null, ["Elsewhere"]),
            _ => new RemoveInspector(1001),
        });

        var view = await host.OutcomeAsync(operation);
        Assert.Equal((InterceptionOutcome.NotPermitted, why), (view.Outcome, view.Problem!.Kind));
        Assert.Equal(0, host.InterceptsReceived);
    }

    [Fact]
    public async Task A_removed_inspector_is_signed_out_and_their_presses_find_nobody()
    {
        await using var host = await DeskHost.StartAsync(null, InDatabase);
        var alex = host.Alex;
        var callId = await host.ListenToACallAsync(alex);
        var operation = await host.ProposeAsync(alex, callId);
        await EditAsync(host, new RemoveInspector(1001));

        Assert.NotEqual(PressResult.TookEffect, (await host.PressAsync(alex, operation)).Result);
        Assert.Equal(Refusal.NotListed, (await host.AskAsync(alex, id => new StopRequested(id, DeskHost.Place))).Refusal);
        var signedOut = await host.NoticeAsync<SignedOutNotice>(notice => notice.Inspector == alex);
        Assert.Equal(ProblemKind.NotListed, signedOut.Cause!.Kind);
        Assert.Equal(0, host.InterceptsReceived);
        Assert.NotEmpty(host.Gateway.RequestLog.Snapshot("logout"));
    }

    [Fact]
    public async Task A_changed_phone_counts_from_the_next_sign_in_on()
    {
        await using var host = await DeskHost.StartAsync(null, InDatabase);
        await EditAsync(host, new ChangeInspector(1001, null, "40077", null, null));
        await host.SignInAsync(host.Alex);
        Assert.Equal("40077", (await host.Desk.GetSessionAsync(host.Alex, Stop)).Inspector.PhoneNumber);

        await EditAsync(host, new ChangeInspector(1001, null, "40078", null, null));
        Assert.True((await host.AskAsync(host.Alex, id => new SignOutRequested(id, DeskHost.Place))).Accepted);
        await host.NoticeAsync<SignedOutNotice>(notice => notice.Inspector.AgentId == 1001);
        Assert.True((await host.AskAsync(host.Alex, id => new SignInRequested(id, DeskHost.Place))).Accepted);
        await host.NoticeAsync<SignedInNotice>(notice => notice.Inspector.PhoneNumber == "40078");
    }

    [Fact]
    public async Task A_configured_password_signs_in_nobody_but_its_own_person()
    {
        await using var host = await DeskHost.StartAsync(null, InDatabase);
        await EditAsync(host, new ChangeInspector(1001, "aaaaaaaa-0000-4000-8000-000000000077", null, null, null));
        Assert.Null(host.Directory.PasswordOf((await host.Directory.ReadAsync(Stop)).Find(1001)!.Inspector));
        Assert.NotNull(host.Directory.PasswordOf(host.Megan));
    }

    private static async Task EditAsync(DeskHost host, DirectoryEdit edit)
    {
        Assert.Null((await host.Administration.ChangeAsync(host.Megan, edit, Nobody, Stop)).Refusal);
        await host.Directory.ReadAsync(Stop);
    }

    private static ValueTask<AccessDecision> DecideAsync(DeskHost host, Permission permission, int workNo) =>
        host.Access.DecideAsync(host.Alex, permission, workNo, Stop);

    private static async Task<IReadOnlyList<AuditEntry>> AuditAsync(DeskHost host) => [.. (await host.Audit.ReadAsync(0, 1000, Stop)).Select(record => record.Entry)];
}
