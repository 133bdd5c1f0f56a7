using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;
using SupervisorBot.Storage.Postgres;
using SupervisorBot.Storage.Schema;
using SupervisorBot.Supervision.Interception.Stored;
using SupervisorBot.Supervision.Sessions.Stored;

namespace SupervisorBot.Storage.Tests;

public sealed class SetupTests
{
    private const string Setting = "ConnectionStrings:Supervisor";

    public static TheoryData<string> Databases => [TestDatabase.Sqlite, TestDatabase.Postgres];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_file_gets_the_schema_a_log_and_no_reader_but_its_owner()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        var host = await database.StartAsync();
        await using var context = await host.Services.GetRequiredService<IDbContextFactory<SupervisorDbContext>>().CreateDbContextAsync(Stop);

        Assert.Equal("wal", await database.AskAsync("PRAGMA journal_mode"));
        Assert.Equal(context.Database.GetMigrations().Count(), await database.CountAsync("__EFMigrationsHistory"));
        Assert.Equal(0L, await database.AskAsync("SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'"));
        if (!OperatingSystem.IsWindows())
        {
            foreach (var file in Directory.GetFiles(database.Folder.Path))
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task The_migrations_make_the_schema_that_the_model_expects(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var host = await database.StartAsync();
        await using var context = await host.Services.GetRequiredService<IDbContextFactory<SupervisorDbContext>>().CreateDbContextAsync(Stop);

        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task A_file_of_the_version_before_keeps_its_interceptions()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        var record = Interceptions.Proposed(agentId: 4321);
        database.Folder.Ask($"""
            CREATE TABLE "__EFMigrationsHistory" ("MigrationId" TEXT NOT NULL PRIMARY KEY, "ProductVersion" TEXT NOT NULL);
            CREATE TABLE "interceptions" (
                "operation_id" TEXT NOT NULL CONSTRAINT "PK_interceptions" PRIMARY KEY, "agent_id" INTEGER NOT NULL, "step" TEXT NOT NULL, "outcome" TEXT NULL,
                "version" INTEGER NOT NULL, "proposed_at" TEXT NOT NULL, "decided_at" TEXT NULL, "record" TEXT NOT NULL);
            CREATE INDEX "ix_interceptions_agent_id_decided_at" ON "interceptions" ("agent_id", "decided_at");
            INSERT INTO "__EFMigrationsHistory" VALUES ('20261122160426_Interceptions', '10.0.15');
            INSERT INTO interceptions VALUES ('{record.View.OperationId.ToString().ToUpperInvariant()}', 4321, 'Proposed', NULL, 1,
                '{UtcText.Write(record.View.ProposedAt)}', NULL, '{InterceptionDocument.Write(record).Replace("'", "''", StringComparison.Ordinal)}');
            """);

        var host = await database.StartAsync();

        Assert.Equal([new SessionOwner(4321, 0, null)], await host.Sessions.FindAwakeAsync(Stop));
        var stored = await host.Sessions.OpenAsync(4321, "a", Stop);
        Assert.Equal(record, Assert.Single(stored.Interceptions));
        Assert.Equal(
            CommitResult.Committed,
            await host.Sessions.CommitAsync(new SessionCommit(4321, stored.Epoch) { Interceptions = [Interceptions.Decided(record)] }, Stop));
    }

    [Fact]
    public async Task A_second_bot_over_the_same_file_is_refused_until_the_first_is_killed()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        using var child = StorageChild.Start(StorageChild.Stay, database.Provider, database.ConnectionString);
        Assert.Equal("ready", await child.ReadLineAsync());

        var failure = await FailureAsync((Setting, database.ConnectionString));
        Assert.Contains("another bot uses", failure, StringComparison.Ordinal);
        Assert.Contains(database.Folder.Database, failure, StringComparison.Ordinal);

        await child.KillAsync();
        await database.StartAsync();
    }

    [Theory]
    [InlineData(3)]
    public async Task Nodes_that_start_at_once_over_an_empty_server_all_start_and_share_their_keys(int nodes)
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Postgres);
        var hosts = await Task.WhenAll(Enumerable.Range(0, nodes).Select(_ => Task.Run(() => database.StartAsync(), Stop)));

        await using var context = await hosts[0].Services.GetRequiredService<IDbContextFactory<SupervisorDbContext>>().CreateDbContextAsync(Stop);
        Assert.Equal(context.Database.GetMigrations().Count(), await database.CountAsync("\"__EFMigrationsHistory\""));
        Assert.Equal(1, await database.CountAsync("data_protection_keys"));
        foreach (var writer in hosts)
        {
            var epoch = (await writer.Sessions.OpenAsync(Interceptions.Alex, "a", Stop)).Epoch;
            await writer.Sessions.CommitAsync(new SessionCommit(Interceptions.Alex, epoch) { Session = new(true, "{}", "credentials") }, Stop);
            foreach (var reader in hosts)
            {
                Assert.Equal("credentials", (await reader.Sessions.OpenAsync(Interceptions.Alex, "b", Stop)).Snapshot!.Credentials);
            }
        }
    }

    [Fact]
    public async Task Processes_that_start_at_once_over_an_empty_server_all_start()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Postgres);
        using var one = StorageChild.Start(StorageChild.Prepare, database.Provider, database.ConnectionString);
        using var other = StorageChild.Start(StorageChild.Prepare, database.Provider, database.ConnectionString);

        Assert.Equal(("ready", "ready"), (await one.ReadLineAsync(), await other.ReadLineAsync()));
        Assert.Equal((0, 0), (await one.ExitCodeAsync(), await other.ExitCodeAsync()));
    }

    [Fact]
    public async Task A_process_killed_in_the_middle_of_a_migration_of_a_file_holds_nobody_up()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        using var child = StorageChild.Start(StorageChild.HangInMigration, database.Provider, database.ConnectionString);
        Assert.Equal("holding", await child.ReadLineAsync());
        var starting = Task.Run(() => database.StartAsync(null, ("Database:BusyTimeout", "00:00:20")), Stop);

        await child.KillAsync();

        var host = await starting;
        Assert.Equal(1, (await host.Sessions.OpenAsync(1, "a", Stop)).Epoch);
    }

    [Fact]
    public async Task A_node_that_died_in_the_middle_of_a_migration_of_a_server_holds_nobody_up()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Postgres);
        await using var dead = new NpgsqlConnection(database.ConnectionString);
        await dead.OpenAsync(Stop);
        await using var command = dead.CreateCommand();
        command.CommandText = $"BEGIN; SELECT pg_advisory_xact_lock({PostgresSetup.SchemaLock}); CREATE TABLE sessions (half INTEGER)";
        await command.ExecuteNonQueryAsync(Stop);
        var starting = Task.Run(() => database.StartAsync(), Stop);

        await TestDatabase.OnServerAsync($"SELECT pg_terminate_backend({dead.ProcessID})");

        var host = await starting;
        Assert.Equal(1, (await host.Sessions.OpenAsync(1, "a", Stop)).Epoch);
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_process_killed_while_it_writes_loses_nothing_that_it_had_stored(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        List<string> said = [];
        using (var child = StorageChild.Start(StorageChild.Save, provider, database.ConnectionString))
        {
            while (said.Count < 200)
            {
                said.Add(await child.ReadLineAsync() ?? throw new InvalidOperationException("The child ended by itself."));
            }

            said.AddRange(await child.KillAsync());
        }

        var host = await database.StartAsync();
        var stored = (await host.Sessions.OpenAsync(Interceptions.Alex, "a", Stop)).Interceptions.ToDictionary(record => record.View.OperationId, record => record.Version);
        // The last line may have been cut off by the kill.
        var whole = said.Select(line => line.Split(' ')).Where(words => words is [{ Length: 36 }, { Length: 1 }]).ToList();
        Assert.InRange(whole.Count, said.Count - 1, said.Count);
        Assert.All(whole, words => Assert.InRange(stored.GetValueOrDefault(Guid.Parse(words[0])), int.Parse(words[1]), 4));
        if (provider == TestDatabase.Sqlite)
        {
            Assert.Equal("ok", await database.AskAsync("PRAGMA integrity_check"));
        }
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task A_database_of_a_later_version_is_left_alone(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await (await database.StartAsync()).DisposeAsync();
        await database.AskAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('20990101000000_Later', '99.0.0')");

        var failure = await FailureAsync(("Database:Provider", provider), (Setting, database.ConnectionString));

        Assert.StartsWith(Setting, failure, StringComparison.Ordinal);
        Assert.Contains("later version", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named_and_left_alone()
    {
        using var folder = new TempFolder();
        var text = string.Concat(Enumerable.Repeat("Not a database. ", 100));
        await File.WriteAllTextAsync(folder.Database, text, Stop);

        var failure = await FailureAsync((Setting, $"Data Source={folder.Database}"));

        Assert.Contains(folder.Database, failure, StringComparison.Ordinal);
        Assert.Contains("cannot be used as a database", failure, StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(folder.Database, Stop));
    }

    [Theory]
    [InlineData("Database:Provider", "Oracle", "Database:Provider is 'Oracle'")]
    [InlineData("Database:Synchronous", "off", "Database:Synchronous is 'off'")]
    [InlineData("Database:BusyTimeout", "00:00:00", "BusyTimeout")]
    [InlineData("Database:QueueLength", "0", "QueueLength")]
    [InlineData("Database:PurgeInterval", "00:00:00", "PurgeInterval")]
    [InlineData("DataProtection:CertificatePath", "/no/such/file.pfx", "'/no/such/file.pfx', which does not exist")]
    [InlineData(Setting, "Data Source=:memory:", "names no file")]
    [InlineData(Setting, "Mode=ReadWriteCreate", "names no file")]
    [InlineData(Setting, "Data Source=file:x.db", "names a URI")]
    [InlineData(Setting, "Data Source=x.db;Mode=ReadOnly", "for reading only")]
    [InlineData(Setting, "Host=db", "cannot be read as a SQLite connection string")]
    [InlineData(Setting, "Data Source=/no/such/place/x.db", "'/no/such/place', a directory that does not exist")]
    public async Task A_wrong_setting_is_named(string setting, string value, string expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && value.Contains("/no/", StringComparison.Ordinal), "A path of Unix.");
        using var folder = new TempFolder();

        Assert.Contains(expected, await FailureAsync((Setting, $"Data Source={folder.Database}"), (setting, value)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Data Source=supervisor.db", "cannot be read")]
    [InlineData("Host=db;Password=Secret1;Nonsense=1", "cannot be read")]
    [InlineData("Host=db;Port=x;Database=y;Password=Secret1", "cannot be read")]
    [InlineData("Host=db;Username=u;Password=Secret1", "has to name a host and a database")]
    [InlineData("Host=127.0.0.1;Port=9;Database=y;Username=u;Password=Secret1", "y at 127.0.0.1:9, which could not be used within Database:StartTimeout")]
    public async Task A_wrong_server_is_named_without_its_password(string value, string expected)
    {
        var failure = await FailureAsync(("Database:Provider", "postgres"), ("Database:StartTimeout", "00:00:02"), (Setting, value));

        Assert.StartsWith(Setting, failure, StringComparison.Ordinal);
        Assert.Contains(expected, failure, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret1", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_does_not_exist_is_told()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Postgres);
        var connection = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Database = "there_is_none" }.ConnectionString;

        Assert.Contains("there is no such database", await FailureAsync(("Database:Provider", "Postgres"), (Setting, connection)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_in_the_files_place_is_named()
    {
        using var folder = new TempFolder();

        Assert.Contains("which is a directory", await FailureAsync((Setting, $"Data Source={folder.Path}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_that_cannot_be_written_is_named()
    {
        // /proc takes no files, not even from root, whom permissions do not stop.
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A directory of Linux.");

        Assert.Contains("'/proc/x.db', which cannot be written", await FailureAsync((Setting, "Data Source=/proc/x.db")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_memory_no_file_is_made_and_none_is_asked_for()
    {
        await using var database = await TestDatabase.CreateAsync("memory");
        var host = await database.StartAsync();

        Assert.Equal(1, (await host.Sessions.OpenAsync(1, "a", Stop)).Epoch);
        Assert.Empty(Directory.GetFiles(database.Folder.Path));
    }

    [Fact]
    public async Task Stopping_carries_the_log_over_into_the_file()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        await using (var host = await database.StartAsync())
        {
            await host.Sessions.OpenAsync(1, "a", Stop);
        }

        Assert.Equal([database.Folder.Database, $"{database.Folder.Database}.lock"], Directory.GetFiles(database.Folder.Path).Order());
    }

    [Fact]
    public async Task Another_process_that_holds_the_file_fails_a_change_in_time_and_it_succeeds_later()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        var host = await database.StartAsync(null, ("Database:BusyTimeout", "00:00:02"));
        await using var holder = new SqliteConnection($"{database.ConnectionString};Pooling=False");
        await holder.OpenAsync(Stop);
        await using (await holder.BeginTransactionAsync(Stop))
        {
            // Well under the 30 s that the driver would wait by itself.
            await Assert.ThrowsAsync<Writing.DatabaseBusyException>(
                () => host.Sessions.OpenAsync(1, "a", Stop).WaitAsync(TimeSpan.FromSeconds(15), Stop));
        }

        Assert.Equal(1, (await host.Sessions.OpenAsync(1, "a", Stop)).Epoch);
    }

    private static async Task<string> FailureAsync(params (string Name, string Value)[] settings)
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => StorageHost.StartAsync(null, settings));
        return string.Join('\n', exception.Failures);
    }
}
