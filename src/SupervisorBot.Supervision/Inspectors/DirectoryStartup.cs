using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupervisorBot.Supervision.Access;

namespace SupervisorBot.Supervision.Inspectors;

/// <summary>
/// Puts the configured inspectors and teams into the database while it holds none, so that there is a first administrator, and reads what it holds. The database
/// is ready by then, and nobody is served yet. Nothing of it is touched before that, so that a database that cannot be used is told as such.
/// </summary>
internal sealed class DirectoryStartup(IServiceProvider services, ILogger<DirectoryStartup> logger) : IHostedService
{
    private const string NoAdministrator =
        "Inspectors: the directory in the database is empty and no configured inspector may administer, so nobody could ever fill it. "
        + "Give the first administrator's, e.g. Inspectors__0__Permissions=All.";

    /// <inheritdoc/>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (services.GetRequiredService<IOptions<DirectorySourceOptions>>().Value.Source == DirectorySource.Database)
        {
            await SeedAsync(services.GetRequiredService<IDirectoryStore>(), cancellationToken);
            var contents = (await services.GetRequiredService<InspectorDirectory>().ReadAsync(cancellationToken)).Contents;
            Log.DirectoryRead(logger, contents.Inspectors.Count, contents.Teams.Count);
        }
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task SeedAsync(IDirectoryStore store, CancellationToken cancellationToken)
    {
        var empty = await store.ReadAsync(cancellationToken);
        if (empty.Version != 0)
        {
            return;
        }

        var configured = ConfiguredDirectory.Of(services.GetRequiredService<IOptions<DirectoryOptions>>().Value);
        if (!configured.Inspectors.Any(profile => profile.May(Permission.Administer)))
        {
            throw new OptionsValidationException(nameof(DirectoryOptions.Inspectors), typeof(DirectoryOptions), [NoAdministrator]);
        }

        // Where another node was first, what it put in counts.
        await store.TryChangeAsync(empty, configured with { Version = 1 }, [], cancellationToken);
    }
}
