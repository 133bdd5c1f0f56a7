using Microsoft.Extensions.Options;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Sessions.Stored;

namespace SupervisorBot.Supervision.Administration;

/// <summary>Changes the directory in the database. Of two changes at once the second is made to what the first one left.</summary>
internal sealed class DirectoryAdministration(InspectorDirectory directory, IDirectoryStore store, IOptions<DirectorySourceOptions> source) : IDirectoryAdministration
{
    private const int MostTries = 5;

    /// <inheritdoc/>
    public async ValueTask<DirectoryContents> ReadAsync(CancellationToken cancellationToken) => (await directory.ReadAsync(cancellationToken)).Contents;

    /// <inheritdoc/>
    public async Task<EditAnswer> ChangeAsync(Inspector administrator, DirectoryEdit edit, AuditActor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(administrator);
        ArgumentNullException.ThrowIfNull(edit);
        if (source.Value.Source == DirectorySource.Configuration)
        {
            return new EditAnswer(EditRefusal.InConfiguration);
        }

        try
        {
            for (var tries = 0; tries < MostTries; tries++)
            {
                var answer = DirectoryRules.Apply(await store.ReadAsync(cancellationToken), administrator, edit);
                if (answer is not { Refusal: null, Before: { } before, After: { } after })
                {
                    return answer;
                }

                if (await store.TryChangeAsync(before, after, [EditAudit.Of(edit, actor)], cancellationToken))
                {
                    return answer;
                }
            }

            return new EditAnswer(EditRefusal.Unavailable);
        }
        catch (StoreOutcomeUnknownException)
        {
            return new EditAnswer(EditRefusal.Unknown);
        }
        catch (StoreUnavailableException)
        {
            // The storage's own log tells why.
            return new EditAnswer(EditRefusal.Unavailable);
        }
    }
}
