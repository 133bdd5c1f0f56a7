using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Administration;
using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Supervision.Tests.Administration;

public sealed class DirectoryRulesTests
{
    private static readonly Inspector Alex = new("aaaaaaaa-0000-4000-8000-000000000020", 1001, "Alex Wilber", "40001");
    private static readonly Inspector Megan = new("aaaaaaaa-0000-4000-8000-000000000021", 1002, "Megan Bowen", "40002");

    private static readonly DirectoryContents Before = new(
        7,
        [new InspectorProfile(Alex, PermissionSet.All, []), new InspectorProfile(Megan, PermissionSet.Default, ["Front desk"])],
        [new AgentTeam("Back office", "2010-2020", []), new AgentTeam("Front desk", "2001-2009", ["Sales"])]);

    public static TheoryData<EditRefusal, DirectoryEdit> Refused => new()
    {
        { EditRefusal.AgentIdTaken, new AddInspector(New() with { Inspector = New().Inspector with { AgentId = 1002 } }) },
        { EditRefusal.PersonTaken, new AddInspector(New() with { Inspector = New().Inspector with { EntraObjectId = Megan.EntraObjectId.ToUpperInvariant() } }) },
        { EditRefusal.WrongAgentId, new AddInspector(New() with { Inspector = New().Inspector with { AgentId = 100 } }) },
        { EditRefusal.WrongPerson, new AddInspector(New() with { Inspector = New().Inspector with { EntraObjectId = "megan" } }) },
        { EditRefusal.WrongPhone, new AddInspector(New() with { Inspector = New().Inspector with { PhoneNumber = " " } }) },
        { EditRefusal.WrongPhone, new AddInspector(New() with { Inspector = New().Inspector with { PhoneNumber = new string('1', 25) } }) },
        { EditRefusal.WrongName, new AddInspector(New() with { Inspector = New().Inspector with { DisplayName = new string('x', 65) } }) },
        { EditRefusal.NoSuchTeam, new AddInspector(New() with { Teams = ["Front desk", "Nowhere"] }) },
        { EditRefusal.NoSuchInspector, new ChangeInspector(1003, null, "1", null, null) },
        { EditRefusal.NoSuchTeam, new ChangeInspector(1002, null, null, null, ["Nowhere"]) },
        { EditRefusal.PersonTaken, new ChangeInspector(1002, Alex.EntraObjectId, null, null, null) },
        { EditRefusal.NothingToChange, new ChangeInspector(1002, null, Megan.PhoneNumber, null, null) },
        { EditRefusal.NoSuchInspector, new RemoveInspector(1003) },
        { EditRefusal.LastAdministrator, new RemoveInspector(1001) },
        { EditRefusal.LastAdministrator, new Forbid(1001, PermissionSet.Of(Permission.Administer)) },
        { EditRefusal.LastAdministrator, new Forbid(1001, PermissionSet.All) },
        { EditRefusal.NothingToChange, new Permit(1002, PermissionSet.Of(Permission.Listen)) },
        { EditRefusal.NothingToChange, new Forbid(1002, PermissionSet.Of(Permission.Administer)) },
        { EditRefusal.TeamNameTaken, new AddTeam(new AgentTeam("front DESK", "2001", [])) },
        { EditRefusal.TeamEmpty, new AddTeam(new AgentTeam("Empty", "", [])) },
        { EditRefusal.WrongWorkNumbers, new AddTeam(new AgentTeam("Wrong", "2009-2001", [])) },
        { EditRefusal.WrongName, new AddTeam(new AgentTeam("One, two", "2001", [])) },
        { EditRefusal.NoSuchTeam, new ChangeTeam("Nowhere", null, "2001", null) },
        { EditRefusal.TeamNameTaken, new ChangeTeam("Back office", "Front Desk", null, null) },
        { EditRefusal.TeamEmpty, new ChangeTeam("Back office", null, "", null) },
        { EditRefusal.NoSuchTeam, new RemoveTeam("Nowhere") },
        { EditRefusal.TeamInUse, new RemoveTeam("front desk") },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_change_that_cannot_be_is_refused(EditRefusal refusal, DirectoryEdit edit) =>
        Assert.Equal(refusal, DirectoryRules.Apply(Before, Alex, edit).Refusal);

    [Fact]
    public void Only_an_administrator_changes_anything()
    {
        var edit = new Permit(1002, PermissionSet.All);
        Assert.Equal(EditRefusal.NotPermitted, DirectoryRules.Apply(Before, Megan, edit).Refusal);
        Assert.Equal(EditRefusal.NotPermitted, DirectoryRules.Apply(Before, Alex with { EntraObjectId = "bbbbbbbb-0000-4000-8000-000000000020" }, edit).Refusal);
        Assert.Null(DirectoryRules.Apply(Before, Alex, edit).Refusal);
    }

    [Fact]
    public void The_last_administrator_may_go_once_there_is_another()
    {
        var two = DirectoryRules.Apply(Before, Alex, new Permit(1002, PermissionSet.Of(Permission.Administer))).After!;
        var one = DirectoryRules.Apply(two, Megan, new RemoveInspector(1001)).After!;
        Assert.Equal([1002], one.Inspectors.Select(profile => profile.Inspector.AgentId));
        Assert.Equal(9, one.Version);
    }

    [Fact]
    public void A_team_keeps_its_inspectors_when_it_gets_another_name()
    {
        var after = DirectoryRules.Apply(Before, Alex, new ChangeTeam("FRONT DESK", "Reception", null, ["Sales", "sales", "Support"])).After!;
        Assert.Equal(["Reception"], after.Inspectors[1].Teams);
        Assert.Equal(["Back office", "Reception"], after.Teams.Select(team => team.Name));
        Assert.Equal(["Sales", "Support"], after.Teams[1].Groups);
        Assert.Equal("2001-2009", after.Teams[1].WorkNumbers);
    }

    [Fact]
    public void An_inspectors_teams_are_named_as_the_teams_are()
    {
        var after = DirectoryRules.Apply(Before, Alex, new ChangeInspector(1002, null, null, null, ["back OFFICE", "front desk"])).After!;
        Assert.Equal(["Back office", "Front desk"], after.Inspectors[1].Teams);
    }

    private static InspectorProfile New() => new(new Inspector("aaaaaaaa-0000-4000-8000-000000000022", 1003, "Lynne Robbins", "40003"), PermissionSet.Default, []);
}
