using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using SupervisorBot.Storage.Startup;
using SupervisorBot.Storage.Writing;

namespace SupervisorBot.Storage.Audit;

/// <summary>Adds what reads the audit, without the bot that writes it.</summary>
public static class AuditReading
{
    /// <summary>
    /// Adds <see cref="AuditVerifier"/> and <see cref="AuditExport"/> over the database that the configuration names. Nothing is written, made or locked, so
    /// that the bot may run.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">The configuration's root.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The configuration names no database.</exception>
    public static IServiceCollection AddAuditReading(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddStoredAudit(configuration);
        services.AddSingleton(provider => new AuditVerifier(provider.GetRequiredService<AuditPages>(), provider.GetRequiredService<AuditKeys>()));
        services.AddSingleton(provider => new AuditExport(provider.GetRequiredService<AuditPages>()));
        return services;
    }

    /// <summary>Says why the audit cannot be read, in a sentence after which something can be done; null for what is a defect.</summary>
    /// <param name="exception">What a reading threw.</param>
    public static string? Explain(Exception exception) => exception switch
    {
        SqliteException { SqliteErrorCode: 14 } => $"{StartFailure.Setting} names a file that is not there, or cannot be opened: name the one that the bot uses.",
        SqliteException { SqliteErrorCode: 1 } or PostgresException { SqlState: PostgresErrorCodes.UndefinedTable } =>
            $"{StartFailure.Setting} names a database without an audit: name the one that the bot uses, or start this version of the bot over it first.",
        _ when Faults.Translate(exception) is not null => $"{StartFailure.Setting} names a database that cannot be read at present: see that it is there and has time, and try again.",
        _ => null,
    };
}
