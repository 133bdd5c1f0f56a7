using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SupervisorBot.Storage.Audit;

namespace SupervisorBot.Storage.Tests.Audit;

/// <summary>What is removed as too old, and what is left to verify.</summary>
public sealed class AuditRetentionTests
{
    private readonly FakeTimeProvider _time = new(DateTimeOffset.Parse("2026-03-01T10:00:00+00:00"));

    public static TheoryData<string> Databases => [TestDatabase.Sqlite, TestDatabase.Postgres];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_is_too_old_is_removed_from_the_beginning_and_the_rest_verifies(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await WriteAsync(database, 700);
        var told = await database.HeadAsync();
        _time.Advance(TimeSpan.FromDays(300));
        await WriteAsync(database, 5);

        await PurgeAsync(database, TimeSpan.FromDays(50));

        var report = await database.VerifyAsync();
        Assert.Null(report.Fault);
        Assert.Equal((5, 701, 705), (report.Rows, report.First, report.Head.Sequence));
        Assert.Null((await database.VerifyAsync(told)).Fault);
        Assert.Equal((AuditFaultKind.HeadTooOld, 0), AuditChainTests.Of(await database.VerifyAsync(new AuditHead(5, new string('0', 64)))));

        await WriteAsync(database, 1);
        Assert.Equal(706, (await database.HeadAsync()).Sequence);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_last_row_stays_however_old_it_is(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await WriteAsync(database, 3);

        await PurgeAsync(database, TimeSpan.FromDays(1000));

        var report = await database.VerifyAsync();
        Assert.Null(report.Fault);
        Assert.Equal((1, 3, 3), (report.Rows, report.First, report.Head.Sequence));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task What_does_not_verify_is_not_removed_and_so_stays_found(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await WriteAsync(database, 5);
        await database.MeddleAsync("UPDATE audit SET document = '{}' WHERE sequence = 2");

        var host = await PurgeAsync(database, TimeSpan.FromDays(1000));

        Assert.Equal(5, await database.CountAsync("audit"));
        Assert.Contains(host.Log.GetSnapshot(), line => line.Id.Id == 6012);
        Assert.Equal((AuditFaultKind.Altered, 2), AuditChainTests.Of(await database.VerifyAsync()));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_beginning_that_was_removed_by_hand_is_found_with_and_without_an_earlier_checkpoint(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await WriteAsync(database, 3);
        _time.Advance(TimeSpan.FromDays(300));
        await WriteAsync(database, 3);
        await PurgeAsync(database, TimeSpan.FromDays(50));
        await database.ExecuteAsync("CREATE TABLE earlier AS SELECT * FROM audit_marks WHERE name = 'checkpoint'");
        _time.Advance(TimeSpan.FromDays(300));
        await WriteAsync(database, 3);
        await PurgeAsync(database, TimeSpan.FromDays(50));
        Assert.Equal(7, (await database.VerifyAsync()).First);

        await database.MeddleAsync("DELETE FROM audit_marks WHERE name = 'checkpoint'", "INSERT INTO audit_marks SELECT * FROM earlier");
        Assert.Equal((AuditFaultKind.Removed, 4), AuditChainTests.Of(await database.VerifyAsync()));

        await database.MeddleAsync("DELETE FROM audit_marks WHERE name = 'checkpoint'");
        Assert.Equal((AuditFaultKind.Removed, 1), AuditChainTests.Of(await database.VerifyAsync()));

        await database.MeddleAsync("INSERT INTO audit_marks SELECT name, sequence + 4, at, (SELECT hmac FROM audit WHERE sequence = 7), key_id, seal FROM earlier");
        Assert.Equal((AuditFaultKind.CheckpointChanged, 0), AuditChainTests.Of(await database.VerifyAsync()));
    }

    private Task<StorageHost> WriteAsync(TestDatabase database, int rows) =>
        AuditTamperingTests.WriteAsync(database, rows, _time, StorageHost.WithoutPurge, ("Audit:Retention", "3650.00:00:00"));

    private async Task<StorageHost> PurgeAsync(TestDatabase database, TimeSpan later)
    {
        var time = new FakeTimeProvider(_time.GetUtcNow() + later);
        await using var host = await database.StartAsync(time, StorageHost.WithoutPurge, ("Audit:Retention", "100.00:00:00"));
        await host.Services.GetRequiredService<AuditPurge>().RunAsync(Stop);
        return host;
    }
}
