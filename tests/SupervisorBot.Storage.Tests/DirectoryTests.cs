using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Administration;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Storage.Tests;

/// <summary>The directory that is changed in the chat, whatever keeps it.</summary>
public sealed class DirectoryTests
{
    private static readonly Inspector Alex = new("aaaaaaaa-0000-4000-8000-000000000020", 1001, "Alex Wilber", "70020");
    private static readonly Inspector Megan = new("AAAAAAAA-0000-4000-8000-000000000021", 1002, "Zoë 张 “Bowen”", "70021");
    private static readonly AuditActor Actor = new("tenant", Alex.EntraObjectId, Alex.DisplayName, Alex.AgentId, "a:1");

    private static readonly (string, string)[] InDatabase = [("Directory:Source", "Database"), ("Inspectors:0:Permissions", "All"), ("Inspectors:0:Password", "Secret-1234")];

    public static TheoryData<string> Everywhere => [TestDatabase.Memory, TestDatabase.Sqlite, TestDatabase.Postgres];

    public static TheoryData<string> Databases => [TestDatabase.Sqlite, TestDatabase.Postgres];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task The_configuration_fills_an_empty_directory_and_changes_are_kept_and_audited(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var host = await database.StartAsync(null, InDatabase);
        Assert.Equal(PermissionSet.All, (await Directory(host).FindAsync(Alex.EntraObjectId, Stop))!.Permissions);
        Assert.Null(await Directory(host).FindAsync(Megan.EntraObjectId, Stop));

        await EditAsync(host, new AddTeam(new AgentTeam("Front desk", "2001-2009", ["Sales, north", "Zürich"])));
        await EditAsync(host, new AddInspector(new InspectorProfile(Megan, PermissionSet.Of(Permission.List, Permission.Listen), ["Front desk"])));
        await EditAsync(host, new Permit(1002, PermissionSet.Of(Permission.Intercept)));
        var megan = (await Directory(host).FindAsync(Megan.EntraObjectId.ToLowerInvariant(), Stop))!;
        Assert.Equal("List, Listen, Intercept", megan.Permissions.ToString());
        Assert.Equal((Megan.DisplayName, Megan.PhoneNumber), (megan.Inspector.DisplayName, megan.Inspector.PhoneNumber));
        Assert.Equal(["Front desk"], megan.Teams);
        var contents = await Administration(host).ReadAsync(Stop);
        Assert.Equal(["Sales, north", "Zürich"], Assert.Single(contents.Teams).Groups);
        Assert.Equal(4, contents.Version);

        var audit = (await host.Services.GetRequiredService<IAuditReader>().ReadAsync(0, 100, Stop)).Select(record => record.Entry).Where(entry => entry.Act == AuditAct.Administer).ToList();
        Assert.Equal([nameof(AddTeam), nameof(AddInspector), nameof(Permit)], audit.Select(entry => entry.Outcome));
        Assert.All(audit, entry => Assert.Equal((AuditStage.Changed, Actor), (entry.Stage, entry.Actor)));
        Assert.Equal((1002, "Intercept"), (audit[2].WorkNo, audit[2].Detail));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_configuration_counts_once_and_no_password_is_stored(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using (var first = await database.StartAsync(null, InDatabase))
        {
            await EditAsync(first, new ChangeInspector(1001, null, "70099", null, null));
        }

        var second = await database.StartAsync(null, [.. InDatabase, ("Inspectors:0:PhoneNumber", "70055"), ("Inspectors:0:Permissions", "List")]);
        var alex = (await Directory(second).FindAsync(Alex.EntraObjectId, Stop))!;
        Assert.Equal(("70099", PermissionSet.All), (alex.Inspector.PhoneNumber, alex.Permissions));
        Assert.Equal(1, await database.CountAsync("directory_inspectors"));
        Assert.DoesNotContain("Secret-1234", $"{await database.AskAsync("SELECT agent_id || entra_object_id || display_name || phone_number || permissions || teams FROM directory_inspectors")}");
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_change_on_one_node_counts_on_another_with_the_next_question(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var one = await database.StartAsync(null, InDatabase);
        // SQLite's file has one bot; a second reader of the same file stands for a second node.
        var other = provider == TestDatabase.Postgres ? await database.StartAsync(null, InDatabase) : null;
        await EditAsync(one, new AddInspector(new InspectorProfile(Megan, PermissionSet.Default, [])));
        foreach (var host in new[] { one, other }.OfType<StorageHost>())
        {
            Assert.True((await AccessOf(host).DecideAsync(Megan, Permission.Intercept, 2001, Stop)).Allowed);
        }

        for (var i = 0; i < 20; i++)
        {
            await EditAsync(one, new Forbid(1002, PermissionSet.Of(Permission.Intercept)));
            Assert.Equal(AccessRefusal.NotPermitted, (await AccessOf(other ?? one).DecideAsync(Megan, Permission.Intercept, 2001, Stop)).Refusal);
            await EditAsync(other ?? one, new Permit(1002, PermissionSet.Of(Permission.Intercept)));
            Assert.True((await AccessOf(one).DecideAsync(Megan, Permission.Intercept, 2001, Stop)).Allowed);
        }

        await EditAsync(one, new RemoveInspector(1002));
        Assert.Equal(AccessRefusal.NotListed, (await AccessOf(other ?? one).DecideAsync(Megan, Permission.List, null, Stop)).Refusal);
        Assert.Null(await Directory(other ?? one).FindAsync(Megan.EntraObjectId, Stop));
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task Changes_at_the_same_time_come_one_after_the_other_and_none_is_lost(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var host = await database.StartAsync(null, InDatabase);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Administration(host).ChangeAsync(
            Alex, new AddTeam(new AgentTeam($"Team {i}", $"{2001 + i}", [])), Actor, Stop)));
        Assert.All(answers, answer => Assert.Null(answer.Refusal));
        Assert.Equal(5, (await Administration(host).ReadAsync(Stop)).Version);
        Assert.Equal(4, (await Administration(host).ReadAsync(Stop)).Teams.Count);
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task Of_two_administrators_who_remove_each_other_one_stays(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var host = await database.StartAsync(null, InDatabase);
        await EditAsync(host, new AddInspector(new InspectorProfile(Megan, PermissionSet.All, [])));
        var answers = await Task.WhenAll(
            Administration(host).ChangeAsync(Alex, new RemoveInspector(1002), Actor, Stop),
            Administration(host).ChangeAsync(Megan, new RemoveInspector(1001), Actor, Stop));
        Assert.Single(answers, answer => answer.Refusal is null);
        Assert.Single((await Administration(host).ReadAsync(Stop)).Inspectors);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_directory_that_cannot_be_read_permits_nothing(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var host = await database.StartAsync(null, InDatabase);
        Assert.True((await AccessOf(host).DecideAsync(Alex, Permission.List, null, Stop)).Allowed);
        await database.AskAsync("ALTER TABLE directory_version RENAME TO directory_version_gone");
        Assert.Equal(AccessRefusal.NotKnown, (await AccessOf(host).DecideAsync(Alex, Permission.List, null, Stop)).Refusal);
        Assert.Equal(AccessRefusal.NotKnown, (await AccessOf(host).DecideAsync(Alex, Stop)).Refusal);
        await database.AskAsync("ALTER TABLE directory_version_gone RENAME TO directory_version");
        Assert.True((await AccessOf(host).DecideAsync(Alex, Permission.List, null, Stop)).Allowed);
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task An_empty_directory_without_an_administrator_in_the_configuration_stops_the_start(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => database.StartAsync(null, ("Directory:Source", "Database")));
        Assert.Contains("Inspectors__0__Permissions=All", failure.Message);
    }

    private static async Task EditAsync(StorageHost host, DirectoryEdit edit) =>
        Assert.Null((await Administration(host).ChangeAsync(Alex, edit, Actor, Stop)).Refusal);

    private static IInspectorDirectory Directory(StorageHost host) => host.Services.GetRequiredService<IInspectorDirectory>();

    private static IDirectoryAdministration Administration(StorageHost host) => host.Services.GetRequiredService<IDirectoryAdministration>();

    private static IAccess AccessOf(StorageHost host) => host.Services.GetRequiredService<IAccess>();
}
