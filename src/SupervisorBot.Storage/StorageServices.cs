using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SupervisorBot.Chat.Sealing;
using SupervisorBot.Chat.State;
using SupervisorBot.Storage.Audit;
using SupervisorBot.Storage.Chats;
using SupervisorBot.Storage.Claims;
using SupervisorBot.Storage.Health;
using SupervisorBot.Storage.History;
using SupervisorBot.Storage.Inspectors;
using SupervisorBot.Storage.Keys;
using SupervisorBot.Storage.Outbox;
using SupervisorBot.Storage.Postgres;
using SupervisorBot.Storage.Retention;
using SupervisorBot.Storage.Schema;
using SupervisorBot.Storage.Sessions;
using SupervisorBot.Storage.Sqlite;
using SupervisorBot.Storage.Startup;
using SupervisorBot.Storage.Threads;
using SupervisorBot.Storage.Writing;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.History;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Outbox;
using SupervisorBot.Supervision.Sessions.Stored;

namespace SupervisorBot.Storage;

/// <summary>Adds the storage to a host.</summary>
public static class StorageServices
{
    /// <summary>
    /// Adds the stores that the configuration chooses (<see cref="DatabaseOptions"/>), in place of any that were added before; with <c>Database:Provider=Memory</c>
    /// those stay. A database is brought up to date before the host's other services start, and what is past its lifetime is removed from it while the host
    /// runs. The sections <c>Database</c>, <c>DataProtection</c> and <c>ConnectionStrings:Supervisor</c> are read.
    /// </summary>
    /// <param name="services">The host's services, those of supervision and of the conversation among them.</param>
    /// <param name="configuration">The configuration's root.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        AddOptions(services, configuration);
        services.AddOptions<KeyProtectionOptions>().Bind(configuration.GetSection(KeyProtectionOptions.SectionName)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<KeyProtectionOptions>, KeyProtectionOptionsValidator>();

        var provider = configuration[$"{DatabaseOptions.SectionName}:{nameof(DatabaseOptions.Provider)}"];
        if (!DatabaseOptions.Is(provider, DatabaseOptions.Memory))
        {
            if (DatabaseOptions.IsShared(provider))
            {
                AddPostgres(services);
            }
            else
            {
                AddSqlite(services);
            }

            AddKeys(services, configuration);
            AddStores(services);
        }
        else
        {
            // What is encrypted lives no longer than the process either.
            services.AddDataProtection().UseEphemeralDataProtectionProvider();
        }

        return services;
    }

    /// <summary>The database, and what reads the audit in it.</summary>
    internal static void AddStoredAudit(this IServiceCollection services, IConfiguration configuration)
    {
        AddOptions(services, configuration);
        var provider = configuration[$"{DatabaseOptions.SectionName}:{nameof(DatabaseOptions.Provider)}"];
        if (DatabaseOptions.Is(provider, DatabaseOptions.Memory))
        {
            throw new OptionsValidationException(
                DatabaseOptions.SectionName, typeof(DatabaseOptions), ["Database:Provider is Memory, which keeps no audit: name the database that the bot uses."]);
        }

        if (DatabaseOptions.IsShared(provider))
        {
            AddPostgresContexts(services, isReader: true);
        }
        else
        {
            AddSqliteContexts(services, isReader: true);
        }

        AddAudit(services);
    }

    private static void AddOptions(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DatabaseOptions>()
            .Bind(configuration.GetSection(DatabaseOptions.SectionName))
            .Configure(options => options.ConnectionString =
                configuration.GetConnectionString(DatabaseOptions.ConnectionStringName) ?? DatabaseOptions.DefaultConnectionString)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<DatabaseOptions>, DatabaseOptionsValidator>();
        services.AddOptions<AuditOptions>().Bind(configuration.GetSection(AuditOptions.SectionName)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<AuditOptions>, AuditOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
    }

    private static void AddAudit(IServiceCollection services)
    {
        services.AddSingleton<AuditKeys>();
        services.AddSingleton<AuditPages>();
    }

    private static void AddSqlite(IServiceCollection services)
    {
        AddSqliteContexts(services, isReader: false);
        services.AddSingleton<DatabaseLock>();
        services.AddSingleton<IDatabaseSetup, SqliteSetup>();
        services.AddSingleton<IBatchConnector, SqliteConnector>();
        services.AddSingleton<IDatabaseCleaner, SqliteCleaner>();
    }

    private static void AddSqliteContexts(IServiceCollection services, bool isReader)
    {
        services.AddSingleton(provider => DatabaseFile.TryParse(OptionsOf(provider).ConnectionString, out var file, out var problem)
            ? file
            : throw StartFailure.Of($"{problem}."));
        services.AddSingleton<ConnectionSettings>();
        services.AddPooledDbContextFactory<SqliteSupervisorDbContext>((provider, options) => options
            .UseSqlite(provider.GetRequiredService<DatabaseFile>().ConnectionStringFor(OptionsOf(provider).BusyTimeout, isReader))
            .AddInterceptors(provider.GetRequiredService<ConnectionSettings>())
            .ConfigureWarnings(LeaveFailuresToTheCaller));
        services.AddSingleton<IDbContextFactory<SupervisorDbContext>, SqliteContexts>();
        services.AddSingleton(provider => new DevelopmentKey($"{provider.GetRequiredService<DatabaseFile>().Path}.audit-key", MayMake: !isReader));
    }

    private static void AddPostgres(IServiceCollection services)
    {
        AddPostgresContexts(services, isReader: false);
        services.AddSingleton<IDatabaseSetup, PostgresSetup>();
        services.AddSingleton<IBatchConnector, PostgresConnector>();
        services.AddSingleton<IDatabaseCleaner, PostgresCleaner>();
    }

    private static void AddPostgresContexts(IServiceCollection services, bool isReader)
    {
        services.AddSingleton(provider => DatabaseServer.TryParse(OptionsOf(provider), out var server, out var problem)
            ? server
            : throw StartFailure.Of($"{problem}."));
        services.AddPooledDbContextFactory<PostgresSupervisorDbContext>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<DatabaseServer>().Settings.ConnectionString)
            .ConfigureWarnings(LeaveFailuresToTheCaller));
        services.AddSingleton<IDbContextFactory<SupervisorDbContext>, PostgresContexts>();
        services.AddSingleton(_ => new DevelopmentKey(Path.GetFullPath("supervisor.audit-key"), MayMake: !isReader));
    }

    /// <summary>What fails is told once, by whoever wanted it and in a sentence, not with every exception on its way.</summary>
    private static void LeaveFailuresToTheCaller(WarningsConfigurationBuilder events) => events.Ignore(
        CoreEventId.QueryIterationFailed, RelationalEventId.ConnectionError, RelationalEventId.CommandError, RelationalEventId.TransactionError);

    private static void AddKeys(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<DatabaseKeyRepository>();
        services.AddSingleton<KeyRing>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options => options.XmlRepository = provider.GetRequiredService<DatabaseKeyRepository>()));
        // The same name on every node and in every folder, or one could not read what another wrote.
        var protection = services.AddDataProtection().SetApplicationName("SupervisorBot");
        var settings = configuration.GetSection(KeyProtectionOptions.SectionName).Get<KeyProtectionOptions>() ?? new KeyProtectionOptions();
        // What is wrong with them is told when the settings are checked.
        _ = Certificates.Find(settings, out var current, out var previous);
        if (current is not null)
        {
            protection.ProtectKeysWithCertificate(current);
        }

        if (previous is not null)
        {
            protection.UnprotectKeysWithAnyCertificate(previous);
        }
    }

    private static void AddStores(IServiceCollection services)
    {
        services.AddSingleton<DatabaseWriter>();
        services.AddSingleton<DatabaseReader>();
        services.AddSingleton<CredentialsCipher>();
        services.AddSingleton<CustomerNumbers>();
        services.Replace(ServiceDescriptor.Singleton<IPressKeyStore, DatabasePressKeyStore>());
        services.AddSingleton<DatabaseChatStores>();
        services.AddSingleton<PurgeRules>();
        AddAudit(services);
        services.AddSingleton<AuditSigner>();
        services.AddSingleton<AuditPurge>();
        services.AddSingleton<DatabaseAuditTrail>();
        services.AddHostedService<StorageStartup>();
        services.AddHostedService<AuditHeadLog>();
        services.AddHostedService<Purge>();
        services.AddHealthChecks().AddCheck<DatabaseHealthCheck>("database", tags: ["ready"], timeout: DatabaseHealthCheck.Limit * 2);
        services.AddSingleton<DatabaseHealthCheck>();
        services.Replace(ServiceDescriptor.Singleton<ISessionStore, DatabaseSessionStore>());
        services.Replace(ServiceDescriptor.Singleton<ICallClaims, DatabaseCallClaims>());
        services.Replace(ServiceDescriptor.Singleton<IOutboxStore, DatabaseOutboxStore>());
        services.Replace(ServiceDescriptor.Singleton<IDirectoryStore, DatabaseDirectoryStore>());
        services.Replace(ServiceDescriptor.Singleton<IAuditTrail>(provider => provider.GetRequiredService<DatabaseAuditTrail>()));
        services.Replace(ServiceDescriptor.Singleton<IAuditReader>(provider => provider.GetRequiredService<DatabaseAuditTrail>()));
        services.Replace(ServiceDescriptor.Singleton<IHistoryReader, DatabaseHistoryReader>());
        services.Replace(ServiceDescriptor.Singleton<IUsedTicketStore, DatabaseUsedTicketStore>());
        services.Replace(ServiceDescriptor.Singleton<IThreadDocumentStore, DatabaseThreadDocumentStore>());
        services.Replace(ServiceDescriptor.Singleton<IPersonalChatStore>(provider => provider.GetRequiredService<DatabaseChatStores>()));
        services.Replace(ServiceDescriptor.Singleton<ILanguageStore>(provider => provider.GetRequiredService<DatabaseChatStores>()));
        services.Replace(ServiceDescriptor.Singleton<IWelcomeStore>(provider => provider.GetRequiredService<DatabaseChatStores>()));
        // Seen activities stay in memory: stored, one that was seen and not done before a crash would be swallowed when it is delivered again.
    }

    private static DatabaseOptions OptionsOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<DatabaseOptions>>().Value;
}
