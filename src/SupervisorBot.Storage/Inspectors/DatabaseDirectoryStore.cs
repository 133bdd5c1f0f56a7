using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupervisorBot.Storage.Audit;
using SupervisorBot.Storage.Schema;
using SupervisorBot.Storage.Writing;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Sessions.Stored;

namespace SupervisorBot.Storage.Inspectors;

/// <summary>The directory in the database.</summary>
internal sealed class DatabaseDirectoryStore(DatabaseReader reader, DatabaseWriter writer, AuditSigner signer) : IDirectoryStore
{
    private const int MostTries = 5;

    public Task<long> ReadVersionAsync(CancellationToken cancellationToken) => reader.ReadAsync(VersionAsync, cancellationToken);

    public Task<DirectoryContents> ReadAsync(CancellationToken cancellationToken) => reader.ReadAsync(ContentsAsync, cancellationToken);

    public Task<bool> TryChangeAsync(DirectoryContents before, DirectoryContents after, IReadOnlyList<AuditEntry> audit, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return writer.WriteAsync(new DirectoryChange(signer, before, after, audit), cancellationToken);
    }

    private static Task<long> VersionAsync(SupervisorDbContext context, CancellationToken cancellationToken) =>
        context.DirectoryVersion.Select(row => row.Version).FirstOrDefaultAsync(cancellationToken);

    /// <summary>A change that came between the readings is seen by the version after them: then it is read again.</summary>
    private static async Task<DirectoryContents> ContentsAsync(SupervisorDbContext context, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var version = await VersionAsync(context, cancellationToken);
            var inspectors = await context.DirectoryInspectors.AsNoTracking().OrderBy(row => row.AgentId).ToListAsync(cancellationToken);
            var teams = await context.DirectoryTeams.AsNoTracking().OrderBy(row => row.Key).ToListAsync(cancellationToken);
            if (await VersionAsync(context, cancellationToken) == version)
            {
                return Read(version, inspectors, teams);
            }
        }

        throw new DatabaseBusyException();
    }

    private static DirectoryContents Read(long version, List<DirectoryInspectorRow> inspectors, List<DirectoryTeamRow> teams)
    {
        try
        {
            return new DirectoryContents(version, [.. inspectors.Select(DirectoryRows.Read)], [.. teams.Select(DirectoryRows.Read)]);
        }
        catch (JsonException exception)
        {
            throw new StoreUnavailableException("A row of the directory cannot be read.", exception);
        }
    }
}
