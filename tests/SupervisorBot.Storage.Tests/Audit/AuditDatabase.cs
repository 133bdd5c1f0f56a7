using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Npgsql;
using SupervisorBot.Storage.Audit;

namespace SupervisorBot.Storage.Tests.Audit;

/// <summary>A test's database, looked at as an auditor does, and meddled with as somebody does who has every right in it.</summary>
internal static class AuditDatabase
{
    private static readonly string[] SqliteTriggers = ["DROP TRIGGER IF EXISTS audit_keeps", "DROP TRIGGER IF EXISTS audit_stays"];

    /// <summary>Verifies with what the settings name, as the process's verb does.</summary>
    public static async Task<AuditReport> VerifyAsync(this TestDatabase database, AuditHead? expected = null, params (string Name, string Value)[] settings)
    {
        await using var services = Reading(database, settings);
        return await services.GetRequiredService<AuditVerifier>().VerifyAsync(expected, TestContext.Current.CancellationToken);
    }

    /// <summary>The exported lines.</summary>
    public static async Task<string[]> ExportAsync(this TestDatabase database, DateTimeOffset? from = null, DateTimeOffset? to = null)
    {
        await using var services = Reading(database, []);
        await using var output = new MemoryStream();
        await services.GetRequiredService<AuditExport>().WriteAsync(output, from, to, TestContext.Current.CancellationToken);
        return System.Text.Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The head now.</summary>
    public static async Task<AuditHead> HeadAsync(this TestDatabase database)
    {
        var report = await database.VerifyAsync();
        Assert.Null(report.Fault);
        return report.Head;
    }

    /// <summary>Changes what is stored, with the database's own protection taken away first.</summary>
    public static async Task MeddleAsync(this TestDatabase database, params string[] statements)
    {
        string[] unprotect = database.Provider == TestDatabase.Postgres ? ["ALTER TABLE audit DISABLE TRIGGER USER"] : SqliteTriggers;
        foreach (var statement in (string[])[.. unprotect, .. statements])
        {
            await database.ExecuteAsync(statement);
        }
    }

    public static async Task ExecuteAsync(this TestDatabase database, string statement)
    {
        await using System.Data.Common.DbConnection connection = database.Provider == TestDatabase.Postgres
            ? new NpgsqlConnection(database.ConnectionString)
            : new SqliteConnection($"{database.ConnectionString};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own statements.
        command.CommandText = statement;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }

    private static ServiceProvider Reading(TestDatabase database, (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = database.Provider,
            ["ConnectionStrings:Supervisor"] = database.ConnectionString,
            ["Audit:Key"] = StorageHost.AuditKey,
        }).AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name, (string?)setting.Value))).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddSingleton<IHostEnvironment>(new Production());
        services.AddAuditReading(configuration);
        return services.BuildServiceProvider();
    }

    private sealed class Production : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = Environments.Production;

        public string ApplicationName { get; set; } = "tests";

        public string ContentRootPath { get; set; } = AppContext.BaseDirectory;

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
