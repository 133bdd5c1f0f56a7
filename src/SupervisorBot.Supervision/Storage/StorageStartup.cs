using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace SupervisorBot.Supervision.Storage;

/// <summary>
/// Makes the database ready before anything else of the host starts. It reads no settings before that, so that a wrong one is told together with
/// all the others.
/// </summary>
internal sealed class StorageStartup(IServiceProvider services, IOptions<DatabaseOptions> options) : IHostedLifecycleService
{
    /// <inheritdoc/>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (options.Value.IsInMemory)
        {
            return;
        }

        try
        {
            await services.GetRequiredService<DatabaseSetup>().PrepareAsync(cancellationToken);
        }
        catch (DatabaseTooNewException)
        {
            throw Unusable("was written by a later version of the bot: run that version, or name another file");
        }
        catch (SqliteException exception)
        {
            throw Unusable($"cannot be used as a database (SQLite error {exception.SqliteErrorCode}): mend it, or name another file");
        }
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private OptionsValidationException Unusable(string sentence) => new(
        DatabaseOptions.SectionName,
        typeof(DatabaseOptions),
        [$"ConnectionStrings:{DatabaseOptions.ConnectionStringName} names '{services.GetRequiredService<DatabaseFile>().Path}', which {sentence}."]);
}
