using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using SupervisorBot.Supervision.Interception;

namespace SupervisorBot.Supervision.Storage;

/// <summary>Adds the storage of interceptions to a host.</summary>
public static class StorageServiceCollectionExtensions
{
    /// <summary>
    /// Adds the journal that the configuration chooses (<see cref="DatabaseOptions"/>), in place of any that was added before. A database is brought up to
    /// date before the host's other services start, and what is past its lifetime is removed from it while the host runs.
    /// </summary>
    /// <param name="services">The host's services; <see cref="InterceptionOptions"/> come with supervision.</param>
    /// <param name="configuration">The configuration's root.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddInterceptionStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DatabaseOptions>()
            .Bind(configuration.GetSection(DatabaseOptions.SectionName))
            .Configure(options => options.ConnectionString =
                configuration.GetConnectionString(DatabaseOptions.ConnectionStringName) ?? DatabaseOptions.DefaultConnectionString)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<DatabaseOptions>, DatabaseOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddDatabase();
        services.Replace(ServiceDescriptor.Singleton<IInterceptionJournal>(provider => OptionsOf(provider).IsInMemory
            ? ActivatorUtilities.CreateInstance<MemoryInterceptionJournal>(provider)
            : ActivatorUtilities.CreateInstance<DatabaseInterceptionJournal>(provider)));
        return services;
    }

    private static void AddDatabase(this IServiceCollection services)
    {
        services.AddSingleton(provider => DatabaseFile.TryParse(OptionsOf(provider).ConnectionString, out var file, out var problem)
            ? file
            : throw new InvalidOperationException($"The connection string {problem}."));
        services.AddSingleton<ConnectionSettings>();
        services.AddPooledDbContextFactory<SupervisorDbContext>((provider, options) => options
            .UseSqlite(provider.GetRequiredService<DatabaseFile>().ConnectionStringFor(OptionsOf(provider).BusyTimeout))
            .AddInterceptors(provider.GetRequiredService<ConnectionSettings>()));
        services.AddSingleton<DatabaseWriter>();
        services.AddSingleton<DatabaseSetup>();
        services.AddHostedService<StorageStartup>();
        services.AddHostedService<InterceptionPurge>();
    }

    private static DatabaseOptions OptionsOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<DatabaseOptions>>().Value;
}
