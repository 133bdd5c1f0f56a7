using SupervisorBot.Storage.Audit;

namespace SupervisorBot.Storage.Tests.Audit;

/// <summary>Whatever somebody changes who has every right in the database, and not the key, is found and named.</summary>
public sealed class AuditTamperingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, AuditFaultKind, long> Changes()
    {
        (string Statement, AuditFaultKind Kind, long Sequence)[] changes =
        [
            ("UPDATE audit SET document = REPLACE(document, '2001', '2002') WHERE sequence = 4", AuditFaultKind.Altered, 4),
            ("UPDATE audit SET document = 'x' WHERE sequence = 10", AuditFaultKind.Altered, 10),
            ("UPDATE audit SET at = (SELECT at FROM audit WHERE sequence = 5) WHERE sequence = 4", AuditFaultKind.Altered, 4),
            ("UPDATE audit SET key_id = '0000000000000000' WHERE sequence = 4", AuditFaultKind.UnknownKey, 4),
            ("UPDATE audit SET hmac = (SELECT hmac FROM audit WHERE sequence = 5) WHERE sequence = 4", AuditFaultKind.Altered, 4),
            ("UPDATE audit SET sequence = 40 WHERE sequence = 4", AuditFaultKind.Removed, 4),
            ("DELETE FROM audit WHERE sequence = 1", AuditFaultKind.Removed, 1),
            ("DELETE FROM audit WHERE sequence = 5", AuditFaultKind.Removed, 5),
            ("DELETE FROM audit WHERE sequence BETWEEN 5 AND 8", AuditFaultKind.Removed, 5),
            ("DELETE FROM audit WHERE sequence = 10", AuditFaultKind.Cut, 10),
            ("DELETE FROM audit WHERE sequence > 6", AuditFaultKind.Cut, 7),
            ("DELETE FROM audit", AuditFaultKind.Cut, 1),
            ("DELETE FROM audit WHERE sequence = 5;" + Renumber(5, -1), AuditFaultKind.Removed, 5),
            (Swap(4, 5), AuditFaultKind.Reordered, 4),
            (Swap(9, 10), AuditFaultKind.Reordered, 9),
            (Swap(3, 8), AuditFaultKind.Reordered, 3),
            (Renumber(4, 1) + "; INSERT INTO audit SELECT 5, at, document, key_id, hmac FROM audit WHERE sequence = 2", AuditFaultKind.Inserted, 5),
            ("INSERT INTO audit SELECT 11, at, document, key_id, hmac FROM audit WHERE sequence = 10", AuditFaultKind.Altered, 11),
            ("INSERT INTO audit SELECT 0, at, document, key_id, hmac FROM audit WHERE sequence = 10", AuditFaultKind.Inserted, 0),
            ("DELETE FROM audit_marks", AuditFaultKind.HeadChanged, 0),
            ("UPDATE audit_marks SET sequence = 9", AuditFaultKind.HeadChanged, 0),
            ("UPDATE audit_marks SET seal = hmac", AuditFaultKind.HeadChanged, 0),
            ("UPDATE audit_marks SET hmac = (SELECT hmac FROM audit WHERE sequence = 9)", AuditFaultKind.HeadChanged, 0),
            ("DELETE FROM audit WHERE sequence > 6; UPDATE audit_marks SET sequence = 6, hmac = (SELECT hmac FROM audit WHERE sequence = 6)", AuditFaultKind.HeadChanged, 0),
            // A mark of the end is none of the beginning.
            ("INSERT INTO audit_marks SELECT 'checkpoint', sequence, at, hmac, key_id, seal FROM audit_marks", AuditFaultKind.CheckpointChanged, 0),
        ];
        var data = new TheoryData<string, string, AuditFaultKind, long>();
        foreach (var provider in (string[])[TestDatabase.Sqlite, TestDatabase.Postgres])
        {
            foreach (var (statement, kind, sequence) in changes)
            {
                data.Add(provider, statement, kind, sequence);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_change_is_found_and_its_first_row_named(string provider, string statement, AuditFaultKind kind, long sequence)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await WriteAsync(database, 10);
        Assert.Null((await database.VerifyAsync()).Fault);

        await database.MeddleAsync([.. statement.Split(';', StringSplitOptions.RemoveEmptyEntries)]);

        Assert.Equal((kind, sequence), AuditChainTests.Of(await database.VerifyAsync()));
    }

    [Fact]
    public async Task A_row_of_which_not_even_the_columns_can_be_read_is_named()
    {
        // SQLite keeps whatever it is given.
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        await WriteAsync(database, 10);

        await database.MeddleAsync("UPDATE audit SET at = 'never' WHERE sequence = 4");

        Assert.Equal((AuditFaultKind.Altered, 4), AuditChainTests.Of(await database.VerifyAsync()));
        Assert.Equal(10, (await database.ExportAsync()).Length);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.Postgres)]
    public async Task An_end_that_was_put_back_whole_is_found_by_the_head_that_the_log_told(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await WriteAsync(database, 6);
        await database.ExecuteAsync("CREATE TABLE earlier AS SELECT * FROM audit_marks");
        await WriteAsync(database, 4);
        var told = await database.HeadAsync();

        await database.MeddleAsync("DELETE FROM audit WHERE sequence > 6", "DELETE FROM audit_marks", "INSERT INTO audit_marks SELECT * FROM earlier");

        Assert.Null((await database.VerifyAsync()).Fault);
        Assert.Equal((AuditFaultKind.Cut, 7), AuditChainTests.Of(await database.VerifyAsync(told)));

        // And what is written after it is not the row that was there.
        await WriteAsync(database, 4);
        Assert.Equal((AuditFaultKind.OtherHead, 10), AuditChainTests.Of(await database.VerifyAsync(told)));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.Postgres)]
    public async Task An_earlier_head_that_was_put_back_is_found_and_what_is_written_after_it_does_not_heal_it(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await WriteAsync(database, 6);
        await database.ExecuteAsync("CREATE TABLE earlier AS SELECT * FROM audit_marks");
        await WriteAsync(database, 4);

        await database.MeddleAsync("DELETE FROM audit_marks", "INSERT INTO audit_marks SELECT * FROM earlier");
        Assert.Equal((AuditFaultKind.HeadChanged, 0), AuditChainTests.Of(await database.VerifyAsync()));

        var host = await WriteAsync(database, 2);
        Assert.Equal((AuditFaultKind.BegunAnew, 11), AuditChainTests.Of(await database.VerifyAsync()));
        Assert.Contains(host.Log.GetSnapshot(), line => line.Id.Id == 6011);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.Postgres)]
    public async Task A_cut_end_stays_found_when_the_bot_writes_on(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await WriteAsync(database, 10);

        await database.MeddleAsync("DELETE FROM audit WHERE sequence > 6");
        await WriteAsync(database, 3);

        Assert.Equal((AuditFaultKind.Removed, 7), AuditChainTests.Of(await database.VerifyAsync()));
    }

    internal static async Task<StorageHost> WriteAsync(TestDatabase database, int rows, TimeProvider? time = null, params (string Name, string Value)[] settings)
    {
        await using var host = await database.StartAsync(time, settings);
        foreach (var some in Enumerable.Range(0, rows).Chunk(4))
        {
            await host.Audit.AppendAsync(
                [.. some.Select(i => AuditEntries.Whole() with { At = (time ?? TimeProvider.System).GetUtcNow().AddMilliseconds(i), Detail = $"{i}" })], Stop);
        }

        return host;
    }

    private static string Swap(int one, int other) =>
        $"UPDATE audit SET sequence = -1 WHERE sequence = {one}; UPDATE audit SET sequence = {one} WHERE sequence = {other}; UPDATE audit SET sequence = {other} WHERE sequence = -1";

    private static string Renumber(int after, int by) =>
        $"UPDATE audit SET sequence = -sequence WHERE sequence > {after}; UPDATE audit SET sequence = -sequence + {by} WHERE sequence < 0";
}
