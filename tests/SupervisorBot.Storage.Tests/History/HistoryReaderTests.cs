using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using SupervisorBot.Storage.Schema;
using SupervisorBot.Storage.Tests.Audit;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.History;

namespace SupervisorBot.Storage.Tests.History;

/// <summary>What every form of the history's reading keeps to: the one in memory, and that of each database.</summary>
public sealed class HistoryReaderTests
{
    private const int Alex = 1001;
    private const int Megan = 1002;
    private static readonly DateTimeOffset s_day = DateTimeOffset.Parse("2026-11-29T00:00:00+00:00");
    private static readonly Guid s_operation = Guid.Parse("bbbbbbbb-0000-4000-8000-00000000000a");

    public static TheoryData<string> Forms => [TestDatabase.Memory, TestDatabase.Sqlite, TestDatabase.Postgres];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Entries_are_found_by_time_inspector_and_agent_and_others_are_not(string form)
    {
        await using var database = await TestDatabase.CreateAsync(form);
        var host = await database.StartAsync();
        await host.Audit.AppendAsync(
            [
                Entry(AuditAct.Listen, AuditStage.Asked, Alex, 2001, -1),
                Entry(AuditAct.Listen, AuditStage.Asked, Alex, 2001, 0),
                Entry(AuditAct.Whisper, AuditStage.Asked, Alex, 2002, 1),
                Entry(AuditAct.Insert, AuditStage.Asked, Megan, 2001, 2),
                Entry(AuditAct.Insert, AuditStage.Refused, Megan, 2001, 3),
                Entry(AuditAct.SignIn, AuditStage.Started, Alex, null, 4),
                Entry(AuditAct.Listen, AuditStage.Asked, Alex, 2001, 24),
            ],
            Stop);

        Assert.Equal([2L, 3L, 4L], await FindAsync(host, null, null));
        Assert.Equal([2L, 3L], await FindAsync(host, Alex, null));
        Assert.Equal([2L, 4L], await FindAsync(host, null, [2001, 2009]));
        Assert.Equal([2L], await FindAsync(host, Alex, [2001]));
        Assert.Empty(await FindAsync(host, null, []));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task The_newest_come_within_the_limit_and_it_is_told_that_there_are_more(string form)
    {
        await using var database = await TestDatabase.CreateAsync(form);
        var host = await database.StartAsync();
        await host.Audit.AppendAsync([.. Enumerable.Range(0, 7).Select(hour => Entry(AuditAct.Listen, AuditStage.Asked, Alex, 2001, hour))], Stop);
        var reader = host.Services.GetRequiredService<IHistoryReader>();

        var cut = await reader.ReadAsync(new HistoryFilter(s_day, s_day.AddDays(1), Alex, null, 3), Stop);
        var whole = await reader.ReadAsync(new HistoryFilter(s_day, s_day.AddDays(1), Alex, null, 7), Stop);

        Assert.Equal([5L, 6L, 7L], cut.Records.Select(record => record.Sequence));
        Assert.True(cut.IsCut);
        Assert.Equal((7, false), (whole.Records.Count, whole.IsCut));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task What_a_second_person_said_comes_along_with_ones_own_acts(string form)
    {
        await using var database = await TestDatabase.CreateAsync(form);
        var host = await database.StartAsync();
        await host.Audit.AppendAsync(
            [
                Entry(AuditAct.Intercept, AuditStage.Asked, Alex, 2001, 1) with { OperationId = s_operation },
                Entry(AuditAct.Intercept, AuditStage.Approved, Megan, 2001, 2) with { OperationId = s_operation },
                Entry(AuditAct.Intercept, AuditStage.Asked, Megan, 2001, 3) with { OperationId = Guid.NewGuid() },
            ],
            Stop);

        Assert.Equal([1L, 2L], await FindAsync(host, Alex, null));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.Postgres)]
    public async Task A_document_that_was_altered_is_left_out_and_the_rest_is_read(string form)
    {
        await using var database = await TestDatabase.CreateAsync(form);
        var host = await database.StartAsync();
        await host.Audit.AppendAsync([.. Enumerable.Range(0, 3).Select(hour => Entry(AuditAct.Listen, AuditStage.Asked, Alex, 2001, hour))], Stop);
        await database.MeddleAsync("UPDATE audit SET document = '{not JSON' WHERE sequence = 2");

        Assert.Equal([1L, 3L], await FindAsync(host, null, null));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.Postgres)]
    public async Task What_was_written_before_the_history_was_kept_is_found_after_the_migration(string form)
    {
        await using var database = await TestDatabase.CreateAsync(form);
        var host = await database.StartAsync();
        await host.Audit.AppendAsync(
            [
                Entry(AuditAct.Intercept, AuditStage.Asked, Alex, 2001, 1) with { OperationId = s_operation, Reason = "\"agentId\":77," },
                Entry(AuditAct.Listen, AuditStage.Refused, Alex, 2001, 2),
                Entry(AuditAct.SignIn, AuditStage.Started, Alex, null, 3),
                Entry(AuditAct.Intercept, AuditStage.Approved, Megan, 2001, 4) with { OperationId = s_operation },
            ],
            Stop);
        await using (var context = await host.Services.GetRequiredService<IDbContextFactory<SupervisorDbContext>>().CreateDbContextAsync(Stop))
        {
            await context.GetService<IMigrator>().MigrateAsync("Directory", Stop);
        }

        await host.DisposeAsync();
        host = await database.StartAsync();

        Assert.Equal([1L, 4L], await FindAsync(host, Alex, [2001]));
        // What she approved comes with all of it.
        Assert.Equal([1L, 4L], await FindAsync(host, Megan, null));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.Postgres)]
    public async Task A_row_that_an_end_put_back_has_left_behind_does_not_stop_the_audit(string form)
    {
        await using var database = await TestDatabase.CreateAsync(form);
        var host = await database.StartAsync();
        await host.Audit.AppendAsync([Entry(AuditAct.Listen, AuditStage.Asked, Alex, 2001, 1), Entry(AuditAct.Listen, AuditStage.Asked, Alex, 2002, 2)], Stop);
        await database.MeddleAsync("DELETE FROM audit", "DELETE FROM audit_marks");

        await host.Audit.AppendAsync([Entry(AuditAct.Listen, AuditStage.Asked, Megan, 2009, 3)], Stop);

        Assert.Equal([1L], await FindAsync(host, Megan, null));
    }

    private static async Task<IEnumerable<long>> FindAsync(StorageHost host, int? inspector, int[]? agents) =>
        [.. (await host.Services.GetRequiredService<IHistoryReader>().ReadAsync(new HistoryFilter(s_day, s_day.AddDays(1), inspector, agents, 100), Stop))
            .Records.Select(record => record.Sequence)];

    private static AuditEntry Entry(AuditAct act, AuditStage stage, int inspector, int? agent, int hour) => new()
    {
        Act = act,
        Stage = stage,
        Actor = new AuditActor(null, $"aaaaaaaa-0000-4000-8000-00000000{inspector}", "Somebody", inspector, "a:1"),
        At = s_day.AddHours(hour),
        WorkNo = agent,
    };
}
