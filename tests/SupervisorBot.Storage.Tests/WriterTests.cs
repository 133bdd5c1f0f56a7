using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;
using SupervisorBot.Storage.Schema;
using SupervisorBot.Storage.Writing;
using SupervisorBot.Supervision.Outbox;
using SupervisorBot.Supervision.Sessions.Stored;

namespace SupervisorBot.Storage.Tests;

public sealed class WriterTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_change_that_cannot_be_stored_fails_alone()
    {
        // PostgreSQL takes no zero character in a text.
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Postgres);
        var host = await database.StartAsync(null, ("Database:Writers", "1"));

        var changes = Enumerable.Range(0, 40).Select(i => host.Outbox.AddAsync([new OutboxEntry($"{i}", "", OutboxKind.Post, i == 20 ? "\0" : "text")], Stop)).ToList();

        await Assert.ThrowsAsync<PostgresException>(() => changes[20]);
        await Task.WhenAll(changes.Where((_, i) => i != 20));
        Assert.Equal(39, await database.CountAsync("outbox"));
    }

    [Fact]
    public async Task Changes_that_wait_are_stored_together()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        var host = await database.StartAsync();
        await using var holder = new SqliteConnection($"{database.ConnectionString};Pooling=False");
        await holder.OpenAsync(Stop);
        Task[] changes;
        long before;
        await using (await holder.BeginTransactionAsync(Stop))
        {
            before = DataVersion(holder);
            changes = [.. Enumerable.Range(0, 100).Select(i => host.Sessions.OpenAsync(i, "a", Stop))];
        }

        await Task.WhenAll(changes);

        // The file's own counter of transactions by others, asked over one connection: the first change alone, and the rest in one or two.
        Assert.InRange(DataVersion(holder) - before, 1, 5);
        Assert.Equal(100, await database.CountAsync("sessions"));
    }

    [Fact]
    public async Task More_changes_than_may_wait_are_refused_at_once()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        var host = await database.StartAsync(null, ("Database:QueueLength", "10"), ("Database:BusyTimeout", "00:00:10"));
        await using var holder = new SqliteConnection($"{database.ConnectionString};Pooling=False");
        await holder.OpenAsync(Stop);
        List<Task> changes;
        await using (await holder.BeginTransactionAsync(Stop))
        {
            changes = [.. Enumerable.Range(0, 50).Select(i => host.Sessions.OpenAsync(i, "a", Stop))];
            Assert.True(changes.Count(change => change.Exception?.InnerException is DatabaseBusyException) >= 30);
        }

        var answers = await Task.WhenAll(changes.Select(change => change.ContinueWith(done => done.IsCompletedSuccessfully, TaskScheduler.Default)));
        Assert.Equal(answers.Count(stored => stored), await database.CountAsync("sessions"));
    }

    [Fact]
    public async Task Who_gives_up_before_their_turn_changes_nothing()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        var host = await database.StartAsync(null, StorageHost.WithoutPurge);
        await using var holder = new SqliteConnection($"{database.ConnectionString};Pooling=False");
        await holder.OpenAsync(Stop);
        using var giveUp = new CancellationTokenSource();
        Task first;
        await using (await holder.BeginTransactionAsync(Stop))
        {
            first = host.Sessions.OpenAsync(1, "a", Stop);
            await UntilAsync(() => Task.FromResult(host.Services.GetRequiredService<DatabaseWriter>().Waiting == 0));
            var second = host.Sessions.OpenAsync(2, "a", giveUp.Token);
            await giveUp.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        }

        await first;
        await host.Sessions.OpenAsync(3, "a", Stop);
        Assert.Equal(2, await database.CountAsync("sessions"));
    }

    [Fact]
    public async Task Waiting_in_line_and_waiting_for_the_file_have_one_limit_together()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        var host = await database.StartAsync(null, ("Database:BusyTimeout", "00:00:06"));
        await using var holder = new SqliteConnection($"{database.ConnectionString};Pooling=False");
        await holder.OpenAsync(Stop);
        await using var held = await holder.BeginTransactionAsync(Stop);
        var first = Assert.ThrowsAsync<DatabaseBusyException>(() => host.Sessions.OpenAsync(1, "a", Stop));
        await Task.Delay(TimeSpan.FromSeconds(3), Stop);

        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        await Assert.ThrowsAsync<DatabaseBusyException>(() => host.Sessions.OpenAsync(2, "a", Stop));

        // Three seconds behind the first, and three at the file: a limit for each would make nine.
        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(began), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(8));
        await first;
    }

    [Fact]
    public async Task A_full_file_refuses_changes_until_there_is_room_again()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        var host = await database.StartAsync(null, ("Database:BusyTimeout", "00:00:00.2"));
        Task AddAsync() => host.Outbox.AddAsync([new OutboxEntry("thread", "", OutboxKind.Post, new string('x', 100_000))], Stop);
        await UntilAsync(async () =>
        {
            await LoseConnectionAsync(database, AddAsync);
            await LimitPagesAsync(host, 1);
            return await Record.ExceptionAsync(AddAsync) is DatabaseFullException;
        });
        var before = await database.CountAsync("outbox");

        await LimitPagesAsync(host, 1_000_000);
        await AddAsync();
        Assert.Equal(before + 1, await database.CountAsync("outbox"));
    }

    [Fact]
    public async Task A_server_that_lost_its_connections_is_used_again()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Postgres);
        var host = await database.StartAsync();
        var epoch = (await host.Sessions.OpenAsync(1, "a", Stop)).Epoch;
        for (var round = 0; round < 5; round++)
        {
            await database.AskAsync("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
            var commit = new SessionCommit(1, epoch) { Messages = [new OutboxEntry("thread", "", OutboxKind.Post, $"{round}")] };
            await UntilAsync(async () =>
            {
                try
                {
                    return await host.Sessions.CommitAsync(commit, Stop) == CommitResult.Committed;
                }
                catch (StoreUnavailableException)
                {
                    return false;
                }
            });
        }

        IReadOnlyList<OutboxRow> rows = [];
        await UntilAsync(async () =>
        {
            try
            {
                rows = await host.Outbox.ReadAsync("thread", 10, Stop);
                return true;
            }
            catch (StoreUnavailableException)
            {
                return false;
            }
        });
        Assert.Equal(["0", "1", "2", "3", "4"], rows.Select(row => row.Entry.Message));
    }

    [Fact]
    public async Task A_node_that_stands_still_in_the_middle_of_a_batch_holds_the_others_up_for_a_while_only()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Postgres);
        var host = await database.StartAsync(null, ("Database:BusyTimeout", "00:00:01"));
        await host.Sessions.OpenAsync(1, "a", Stop);
        await using var frozen = new NpgsqlConnection(database.ConnectionString);
        await frozen.OpenAsync(Stop);
        await using var command = frozen.CreateCommand();
        command.CommandText = $"BEGIN; SELECT set_config('idle_in_transaction_session_timeout', '3000', true); SELECT pg_advisory_xact_lock({LockName.Of("session", "1")})";
        await command.ExecuteNonQueryAsync(Stop);

        await Assert.ThrowsAsync<DatabaseBusyException>(() => host.Sessions.OpenAsync(1, "b", Stop));
        await UntilAsync(async () =>
        {
            try
            {
                return (await host.Sessions.OpenAsync(1, "b", Stop)).Epoch == 2;
            }
            catch (DatabaseBusyException)
            {
                return false;
            }
        });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_connection_that_cannot_even_be_closed_keeps_nobody_waiting(bool isLogBroken)
    {
        ILogger<DatabaseWriter> logger = isLogBroken ? new BrokenLog() : NullLogger<DatabaseWriter>.Instance;
        await using var writer = new DatabaseWriter(new BrokenOnce(), Options.Create(new DatabaseOptions()), TimeProvider.System, logger);

        await Assert.ThrowsAsync<InvalidOperationException>(() => writer.WriteAsync(new Nothing(), Stop).WaitAsync(StorageHost.Limit, Stop));
        Assert.True(await writer.WriteAsync(new Nothing(), Stop).WaitAsync(StorageHost.Limit, Stop));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.Postgres)]
    public async Task The_health_check_tells_whether_the_database_answers(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var host = await database.StartAsync(null, ("Database:BusyTimeout", "00:00:01"));
        async Task<HealthStatus> AskAsync() => (await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(Stop)).Entries["database"].Status;

        Assert.Equal(HealthStatus.Healthy, await AskAsync());
        if (provider == TestDatabase.Postgres)
        {
            var name = new NpgsqlConnectionStringBuilder(database.ConnectionString).Database;
            await TestDatabase.OnServerAsync($"ALTER DATABASE {name} ALLOW_CONNECTIONS false");
            await TestDatabase.OnServerAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'");
            await UntilAsync(async () => await AskAsync() == HealthStatus.Unhealthy);
            await TestDatabase.OnServerAsync($"ALTER DATABASE {name} ALLOW_CONNECTIONS true");
            await UntilAsync(async () => await AskAsync() == HealthStatus.Healthy);
        }
    }

    /// <summary>Makes a change fail, after which the writer begins with another connection from the pool.</summary>
    private static async Task LoseConnectionAsync(TestDatabase database, Func<Task> change)
    {
        await using var holder = new SqliteConnection($"{database.ConnectionString};Pooling=False");
        await holder.OpenAsync(Stop);
        await using (await holder.BeginTransactionAsync(Stop))
        {
            await Assert.ThrowsAsync<DatabaseBusyException>(change);
        }
    }

    /// <summary>Sets, for every connection in the pool, how many pages the file may have; it can be no fewer than it has.</summary>
    private static async Task LimitPagesAsync(StorageHost host, int pages)
    {
        var contexts = host.Services.GetRequiredService<IDbContextFactory<SupervisorDbContext>>();
        List<SupervisorDbContext> open = [];
        for (var i = 0; i < 8; i++)
        {
            open.Add(await contexts.CreateDbContextAsync(Stop));
            await open[i].Database.OpenConnectionAsync(Stop);
            await using var command = open[i].Database.GetDbConnection().CreateCommand();
            command.CommandText = $"PRAGMA max_page_count = {pages}";
            await command.ExecuteNonQueryAsync(Stop);
        }

        foreach (var context in open)
        {
            await context.DisposeAsync();
        }
    }

    private static long DataVersion(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return (long)command.ExecuteScalar()!;
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        limit.CancelAfter(StorageHost.Limit);
        while (!await condition())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), limit.Token);
        }
    }

    private sealed class Nothing : Change<bool>
    {
        public override string Line => "";

        public override void Prepare(Batch batch)
        {
        }

        protected override bool Decide(Batch batch) => true;
    }

    /// <summary>Its first connection breaks.</summary>
    private sealed class BrokenOnce : IBatchConnector
    {
        private int _opened;

        public int Connections => 1;

        public int LargestBatch => 1;

        public bool BlocksThread => false;

        public Task<BatchConnection> OpenAsync() => Task.FromResult<BatchConnection>(new Connection(isBroken: ++_opened == 1));

        public void ForgetIdle()
        {
        }

        public void Close()
        {
        }

        private sealed class Connection(bool isBroken) : BatchConnection
        {
            public override ValueTask DisposeAsync()
            {
                Break();
                return ValueTask.CompletedTask;
            }

            protected override Task StoreAsync(Batch batch, Action apply)
            {
                Break();
                apply();
                return Task.CompletedTask;
            }

            private void Break()
            {
                if (isBroken)
                {
                    throw new InvalidOperationException("It is broken.");
                }
            }
        }
    }

    private sealed class BrokenLog : ILogger<DatabaseWriter>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            throw new InvalidOperationException("It cannot be written.");
    }
}
