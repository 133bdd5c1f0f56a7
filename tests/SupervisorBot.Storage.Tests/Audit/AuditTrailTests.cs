using Microsoft.Extensions.Time.Testing;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Sessions.Stored;

namespace SupervisorBot.Storage.Tests.Audit;

/// <summary>What every form of the audit keeps to: the one in memory, and that of each database.</summary>
public sealed class AuditTrailTests
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.Parse("2026-03-01T10:00:00+00:00").AddTicks(12_345_678));

    public static TheoryData<string> Forms => [TestDatabase.Memory, TestDatabase.Sqlite, TestDatabase.Postgres];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Entries_are_read_as_they_were_written_numbered_from_1_in_their_order(string form)
    {
        await using var database = await TestDatabase.CreateAsync(form);
        var host = await database.StartAsync(_time);
        AuditEntry[] entries = [AuditEntries.Whole(), AuditEntries.Refusal("NotListed"), AuditEntries.Refusal("ForeignTenant")];

        await host.Audit.AppendAsync(entries[..1], Stop);
        await host.Audit.AppendAsync(entries[1..], Stop);

        var records = await host.AuditReader.ReadAsync(0, 10, Stop);
        Assert.Equal([1L, 2L, 3L], records.Select(record => record.Sequence));
        Assert.Equal(entries.Select(entry => entry with { At = null }), records.Select(record => record.Entry));
        Assert.Equal(AuditTime.Of(AuditEntries.At), records[0].At);
        Assert.Equal(AuditTime.Of(_time.GetUtcNow()), records[1].At);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_part_is_read_after_a_number(string form)
    {
        await using var database = await TestDatabase.CreateAsync(form);
        var host = await database.StartAsync(_time);
        await host.Audit.AppendAsync([.. Enumerable.Range(0, 5).Select(i => AuditEntries.Refusal($"{i}"))], Stop);

        var part = await host.AuditReader.ReadAsync(2, 2, Stop);

        Assert.Equal([3L, 4L], part.Select(record => record.Sequence));
        Assert.Empty(await host.AuditReader.ReadAsync(5, 2, Stop));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Nothing_to_write_writes_nothing(string form)
    {
        await using var database = await TestDatabase.CreateAsync(form);
        var host = await database.StartAsync(_time);

        await host.Audit.AppendAsync([], Stop);

        Assert.Empty(await host.AuditReader.ReadAsync(0, 10, Stop));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task What_a_turn_did_is_written_with_the_turn_and_only_once(string form)
    {
        await using var database = await TestDatabase.CreateAsync(form);
        var host = await database.StartAsync(_time);
        var epoch = (await host.Sessions.OpenAsync(Interceptions.Alex, "a", Stop)).Epoch;
        var commit = new SessionCommit(Interceptions.Alex, epoch) { Audit = [AuditEntries.Whole(), AuditEntries.Refusal("Busy")] };

        Assert.Equal(CommitResult.Committed, await host.Sessions.CommitAsync(commit, Stop));
        Assert.Equal(CommitResult.Committed, await host.Sessions.CommitAsync(commit, Stop));

        Assert.Equal(2, (await host.AuditReader.ReadAsync(0, 10, Stop)).Count);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_turn_that_is_refused_leaves_no_entry(string form)
    {
        await using var database = await TestDatabase.CreateAsync(form);
        var host = await database.StartAsync(_time);
        var epoch = (await host.Sessions.OpenAsync(Interceptions.Alex, "a", Stop)).Epoch;

        Assert.Equal(
            CommitResult.Superseded,
            await host.Sessions.CommitAsync(new SessionCommit(Interceptions.Alex, epoch - 1) { Audit = [AuditEntries.Whole()] }, Stop));

        Assert.Empty(await host.AuditReader.ReadAsync(0, 10, Stop));
    }
}
