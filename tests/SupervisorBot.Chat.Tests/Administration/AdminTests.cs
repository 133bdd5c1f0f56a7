using SupervisorBot.Chat.Administration;
using SupervisorBot.Chat.Tests.Bench;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Administration;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Chat.Tests.Administration;

public sealed class AdminTests
{
    private const string Person3 = "8f5e9c1a-0000-4000-8000-000000000003";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void An_inspector_is_read_as_typed()
    {
        var add = Assert.IsType<AddInspector>(Edit($"inspector add 1003 person={Person3} phone=40041 name=“Megan Bowen” permissions=\"List, Listen\" teams=\"Front desk,Back office\""));
        Assert.Equal(new Inspector(Person3, 1003, "Megan Bowen", "40041"), add.Profile.Inspector);
        Assert.Equal(PermissionSet.Of(Permission.List, Permission.Listen), add.Profile.Permissions);
        Assert.Equal(["Front desk", "Back office"], add.Profile.Teams);

        var least = Assert.IsType<AddInspector>(Edit($"Inspector ADD 1003 name=Megan phone=40041 person={Person3}"));
        Assert.Equal(PermissionSet.Default, least.Profile.Permissions);
        Assert.Empty(least.Profile.Teams);
    }

    [Fact]
    public void Changes_are_read_as_typed()
    {
        Assert.Equal(new RemoveInspector(1003), Edit("inspector remove 1003"));
        Assert.Equal(new Permit(1003, PermissionSet.Of(Permission.Listen, Permission.Whisper)), Edit("permit 1003 Listen whisper"));
        Assert.Equal(new Forbid(1003, PermissionSet.All), Edit("forbid 1003 all"));
        Assert.Equal(new RemoveTeam("Front desk"), Edit("team remove \"Front desk\""));
        var change = Assert.IsType<ChangeInspector>(Edit("inspector change 1003 teams=all"));
        Assert.Equal((1003, null, null, null), (change.AgentId, change.Person, change.PhoneNumber, change.DisplayName));
        Assert.Empty(change.Teams!);
        var team = Assert.IsType<AddTeam>(Edit("team add „Front desk“ numbers=2001-2024,2100 groups=\"Sales, Support\"")).Team;
        Assert.Equal(("Front desk", "2001-2024,2100"), (team.Name, team.WorkNumbers));
        Assert.Equal(["Sales", "Support"], team.Groups);
        var renamed = Assert.IsType<ChangeTeam>(Edit("team change \"Front desk\" name=Reception numbers=none"));
        Assert.Equal(("Front desk", "Reception", "", null), (renamed.Name, renamed.NewName, renamed.WorkNumbers, renamed.Groups));
    }

    [Theory]
    [InlineData("inspector")]
    [InlineData("inspector add")]
    [InlineData("inspector add 7 person=x phone=1 name=x")]
    [InlineData("inspector add 1003 phone=1 name=x")]
    [InlineData("inspector add 1003 person=x phone=1 name=x password=secret")]
    [InlineData("inspector add 1003 person=x phone=1 phone=2 name=x")]
    [InlineData("inspector change 1003")]
    [InlineData("inspector remove 1003 1004")]
    [InlineData("inspector promote 1003")]
    [InlineData("permit 1003")]
    [InlineData("permit 1003 everything")]
    [InlineData("permit 1003 none")]
    [InlineData("forbid")]
    [InlineData("team add")]
    [InlineData("team add Desk")]
    [InlineData("team add \"Front desk numbers=1")]
    [InlineData("nonsense")]
    public void What_is_not_understood_changes_nothing_and_says_so(string text) =>
        Assert.Contains("Nothing was changed.", Assert.IsType<AdminRequest.Wrong>(AdminGrammar.Read(text)).Why);

    [Fact]
    public void Every_example_of_the_help_is_understood()
    {
        foreach (var syntax in AdminSyntax.All)
        {
            Assert.IsNotType<AdminRequest.Wrong>(AdminGrammar.Read(syntax.Example["/admin ".Length..]));
        }
    }

    [Fact]
    public async Task A_change_says_what_it_has_made()
    {
        await using var bench = new ChatBench();
        bench.Directory.Answer = edit => new EditAnswer(
            null,
            new DirectoryContents(1, [new InspectorProfile(FakeDesk.Boris, PermissionSet.None, [])], []),
            new DirectoryContents(2, [new InspectorProfile(FakeDesk.Boris, PermissionSet.Of(Permission.Listen), [])], []));
        await bench.SayAsync("/admin permit 2002 Listen");
        Assert.Equal("✔ Boris Chen (2002) may do more now. May: Listen. With everyone.", bench.Last.Text);
        Assert.Equal(new Permit(2002, PermissionSet.Of(Permission.Listen)), Assert.Single(bench.Directory.Edits));
    }

    [Fact]
    public async Task A_refused_change_is_told_and_written_down()
    {
        await using var bench = new ChatBench();
        bench.Directory.Answer = _ => new EditAnswer(EditRefusal.LastAdministrator);
        await bench.SayAsync("/admin inspector remove 2001");
        Assert.StartsWith("Nobody would be left who may administer.", bench.Last.Text, StringComparison.Ordinal);
        var entry = Assert.Single(await bench.Get<IAuditReader>().ReadAsync(0, 10, Stop)).Entry;
        Assert.Equal((AuditAct.Administer, AuditStage.Refused, "LastAdministrator", "RemoveInspector", 2001), (entry.Act, entry.Stage, entry.Detail, entry.Outcome, entry.WorkNo));
    }

    [Theory]
    [InlineData("Group")]
    [InlineData("Channel")]
    public async Task It_is_taken_in_the_personal_chat_only(string room)
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/admin permit 2002 All", room: Room.Named(room));
        var told = Assert.Single(bench.Sent);
        Assert.True(told.IsTargetedAt(Person.Olga, Room.Named(room)));
        Assert.Contains("personal chat only", told.Text);
        Assert.Empty(bench.Directory.Edits);
    }

    [Fact]
    public async Task Who_may_not_administer_changes_nothing()
    {
        await using var bench = new ChatBench();
        bench.Directory.Put(FakeDesk.Olga, PermissionSet.Default);
        await bench.SayAsync("/admin permit 2001 All");
        Assert.Equal("You may not administer this bot. Ask an administrator of this bot.", bench.Last.Text);
        Assert.Empty(bench.Directory.Edits);
    }

    [Fact]
    public async Task The_lists_and_the_help_are_cards()
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/admin");
        Assert.Contains("/admin inspector remove", bench.Last.Text);
        await bench.SayAsync("/admin inspectors boris");
        Assert.Contains("Boris Chen (2002)", bench.Last.Text);
        Assert.DoesNotContain("Olga", bench.Last.Text);
        await bench.SayAsync("/admin teams");
        Assert.Contains("There is no such team", bench.Last.Text);
    }

    private static DirectoryEdit Edit(string text) => Assert.IsType<AdminRequest.Edit>(AdminGrammar.Read(text)).What;
}
