using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupervisorBot.Supervision.Storage;

namespace SupervisorBot.Supervision.Tests.Storage;

public sealed class SetupTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_new_file_gets_the_schema_a_log_and_no_reader_but_its_owner()
    {
        await using var host = await StorageHost.StartAsync(_folder.Database);

        Assert.Equal("wal", _folder.Ask("PRAGMA journal_mode"));
        Assert.Equal(1L, _folder.Ask("SELECT COUNT(*) FROM __EFMigrationsHistory"));
        Assert.Equal(0L, _folder.Ask("SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'"));
        if (!OperatingSystem.IsWindows())
        {
            foreach (var file in Directory.GetFiles(_folder.Path))
            {
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
            }
        }
    }

    [Fact]
    public async Task The_migrations_make_the_schema_that_the_model_expects()
    {
        await using var host = await StorageHost.StartAsync(_folder.Database);
        await using var context = await host.Services.GetRequiredService<IDbContextFactory<SupervisorDbContext>>().CreateDbContextAsync(Stop);

        Assert.False(context.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task Several_that_start_at_once_over_a_new_file_all_start()
    {
        for (var round = 0; round < 10; round++)
        {
            using var folder = new TempFolder();
            var hosts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => StorageHost.StartAsync(folder.Database), Stop)));

            Assert.True(await hosts[0].Journal.TrySaveAsync(Interceptions.Proposed(), Stop));
            Assert.Single(await hosts[3].Journal.LoadAsync(Interceptions.Alex, Stop));
            Assert.Equal(1L, folder.Ask("SELECT COUNT(*) FROM __EFMigrationsHistory"));
            foreach (var host in hosts)
            {
                await host.DisposeAsync();
            }
        }
    }

    [Fact]
    public async Task Two_processes_that_start_at_once_over_a_new_file_both_start()
    {
        using var one = StorageChild.Start(StorageChild.Prepare, _folder.Database);
        using var other = StorageChild.Start(StorageChild.Prepare, _folder.Database);

        Assert.Equal(("ready", "ready"), (await one.ReadLineAsync(), await other.ReadLineAsync()));
        Assert.Equal((0, 0), (await one.ExitCodeAsync(), await other.ExitCodeAsync()));
        Assert.Equal(1L, _folder.Ask("SELECT COUNT(*) FROM __EFMigrationsHistory"));
    }

    [Fact]
    public async Task A_process_killed_in_the_middle_of_a_migration_holds_nobody_up()
    {
        using var child = StorageChild.Start(StorageChild.HangInMigration, _folder.Database);
        Assert.Equal("holding", await child.ReadLineAsync());
        var starting = Task.Run(() => StorageHost.StartAsync(_folder.Database, null, ("Database:BusyTimeout", "00:00:20")), Stop);

        await child.KillAsync();

        await using var host = await starting;
        Assert.True(await host.Journal.TrySaveAsync(Interceptions.Proposed(), Stop));
    }

    [Fact]
    public async Task A_process_killed_while_it_writes_loses_nothing_that_it_had_stored()
    {
        List<string> said = [];
        using (var child = StorageChild.Start(StorageChild.Save, _folder.Database))
        {
            while (said.Count < 200)
            {
                said.Add(await child.ReadLineAsync() ?? throw new InvalidOperationException("The child ended by itself."));
            }

            said.AddRange(await child.KillAsync());
        }

        await using var host = await StorageHost.StartAsync(_folder.Database);
        Assert.Equal("ok", _folder.Ask("PRAGMA integrity_check"));
        var stored = (await host.Journal.LoadAsync(Interceptions.Alex, Stop)).ToDictionary(record => record.View.OperationId, record => record.Version);
        // The last line may have been cut off by the kill.
        var whole = said.Select(line => line.Split(' ')).Where(words => words is [{ Length: 36 }, { Length: 1 }]).ToList();
        Assert.InRange(whole.Count, said.Count - 1, said.Count);
        Assert.All(whole, words => Assert.InRange(stored.GetValueOrDefault(Guid.Parse(words[0])), int.Parse(words[1]), 4));
    }

    [Fact]
    public async Task A_file_of_a_later_version_is_left_alone()
    {
        await (await StorageHost.StartAsync(_folder.Database)).DisposeAsync();
        _folder.Ask("INSERT INTO __EFMigrationsHistory VALUES ('20990101000000_Later', '99.0.0')");

        var failure = await FailureAsync(("ConnectionStrings:Supervisor", $"Data Source={_folder.Database}"));

        Assert.Contains("later version", failure, StringComparison.Ordinal);
        Assert.Contains(_folder.Database, failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_named_and_left_alone()
    {
        var text = string.Concat(Enumerable.Repeat("Not a database. ", 100));
        await File.WriteAllTextAsync(_folder.Database, text, Stop);

        var failure = await FailureAsync(("ConnectionStrings:Supervisor", $"Data Source={_folder.Database}"));

        Assert.Contains(_folder.Database, failure, StringComparison.Ordinal);
        Assert.Contains("cannot be used as a database", failure, StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(_folder.Database, Stop));
    }

    [Theory]
    [InlineData("Database:Provider", "Postgres", "Database:Provider is 'Postgres'")]
    [InlineData("Database:Synchronous", "off", "Database:Synchronous is 'off'")]
    [InlineData("Database:BusyTimeout", "00:00:00", "BusyTimeout")]
    [InlineData("Database:PurgeInterval", "00:00:00", "PurgeInterval")]
    [InlineData("ConnectionStrings:Supervisor", "Data Source=:memory:", "names no file")]
    [InlineData("ConnectionStrings:Supervisor", "Mode=ReadWriteCreate", "names no file")]
    [InlineData("ConnectionStrings:Supervisor", "Data Source=file:x.db", "names a URI")]
    [InlineData("ConnectionStrings:Supervisor", "Data Source=x.db;Mode=ReadOnly", "for reading only")]
    [InlineData("ConnectionStrings:Supervisor", "Host=db", "cannot be read as a SQLite connection string")]
    [InlineData("ConnectionStrings:Supervisor", "Data Source=/no/such/place/x.db", "'/no/such/place', a directory that does not exist")]
    public async Task A_wrong_setting_is_named(string setting, string value, string expected)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && value.Contains("/no/", StringComparison.Ordinal), "A path of Unix.");

        Assert.Contains(expected, await FailureAsync((setting, value)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_in_the_files_place_is_named()
    {
        Assert.Contains("which is a directory", await FailureAsync(("ConnectionStrings:Supervisor", $"Data Source={_folder.Path}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_that_cannot_be_written_is_named()
    {
        // /proc takes no files, not even from root, whom permissions do not stop.
        Assert.SkipUnless(OperatingSystem.IsLinux(), "A directory of Linux.");

        Assert.Contains("'/proc/x.db', which cannot be written", await FailureAsync(("ConnectionStrings:Supervisor", "Data Source=/proc/x.db")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_memory_no_file_is_made_and_none_is_asked_for()
    {
        await using var host = await StorageHost.StartAsync(_folder.Database, null, ("Database:Provider", "memory"));

        Assert.True(await host.Journal.TrySaveAsync(Interceptions.Proposed(), Stop));
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task Stopping_carries_the_log_over_into_the_file()
    {
        await using (var host = await StorageHost.StartAsync(_folder.Database))
        {
            await host.Journal.TrySaveAsync(Interceptions.Proposed(), Stop);
        }

        Assert.Equal([_folder.Database], Directory.GetFiles(_folder.Path));
    }

    private static async Task<string> FailureAsync(params (string Name, string Value)[] settings)
    {
        var exception = await Assert.ThrowsAsync<OptionsValidationException>(() => StorageHost.StartAsync(null, settings));
        return string.Join('\n', exception.Failures);
    }
}
