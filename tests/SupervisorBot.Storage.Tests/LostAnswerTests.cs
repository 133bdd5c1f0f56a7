using Microsoft.Data.Sqlite;
using Npgsql;
using SupervisorBot.Storage.Writing;
using SupervisorBot.Supervision.Outbox;
using SupervisorBot.Supervision.Sessions.Stored;
using static SupervisorBot.Storage.Tests.Interceptions;

namespace SupervisorBot.Storage.Tests;

/// <summary>A commit that was not answered may be stored, or not.</summary>
public sealed class LostAnswerTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData((int)CommitBreaker.Moment.BeforeTheServer, 0)]
    [InlineData((int)CommitBreaker.Moment.BeforeTheAnswer, 1)]
    [InlineData((int)CommitBreaker.Moment.Silence, 1)]
    public async Task A_commit_that_was_not_answered_is_told_as_unknown_and_tried_again_it_is_stored_once(int moment, int stored)
    {
        Assert.SkipWhen(TestDatabase.Server is null, "SUPERVISORBOT_TEST_POSTGRES names no server: bash tests/servers start");
        await using var breaker = new CommitBreaker(TestDatabase.Server);
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Postgres);
        var host = await database.StartAsync(
            null, ("ConnectionStrings:Supervisor", breaker.Through(database.ConnectionString)), ("Database:BusyTimeout", "00:00:03"), StorageHost.WithoutPurge);
        var epoch = (await host.Sessions.OpenAsync(Alex, "a", Stop)).Epoch;
        var commit = new SessionCommit(Alex, epoch)
        {
            Session = new SessionSnapshot(true, "document", "credentials"),
            Interceptions = [Proposed()],
            Handled = new HandledRequest("request", "answer"),
            Messages = [new OutboxEntry("thread", "", OutboxKind.Post, "once")],
        };

        breaker.BreakNext((CommitBreaker.Moment)moment);
        await Assert.ThrowsAsync<StoreOutcomeUnknownException>(() => host.Sessions.CommitAsync(commit, Stop).WaitAsync(StorageHost.Limit, Stop));
        Assert.Equal(stored, await database.CountAsync("outbox"));

        Assert.Equal(CommitResult.Committed, await host.Sessions.CommitAsync(commit, Stop));
        Assert.Equal(CommitResult.Committed, await host.Sessions.CommitAsync(commit, Stop));
        Assert.Equal((1, 1, 1), (await database.CountAsync("outbox"), await database.CountAsync("interceptions"), await database.CountAsync("handled_requests")));
    }

    [Fact]
    public void Only_what_the_database_itself_has_refused_is_known_not_to_be_stored()
    {
        Assert.False(Faults.LeavesOpen(new SqliteException("busy", 5)));
        Assert.True(Faults.LeavesOpen(new SqliteException("disk I/O error", 10)));
        Assert.True(Faults.LeavesOpen(new SqliteException("disk full", 13)));
        Assert.False(Faults.LeavesOpen(new PostgresException("serialization", "FEHLER", "ERROR", PostgresErrorCodes.SerializationFailure)));
        Assert.True(Faults.LeavesOpen(new PostgresException("shutdown", "FATAL", "FATAL", PostgresErrorCodes.AdminShutdown)));
        Assert.True(Faults.LeavesOpen(new NpgsqlException("late", new TimeoutException())));
    }
}
