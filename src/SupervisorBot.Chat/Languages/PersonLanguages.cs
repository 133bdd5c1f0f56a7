using SupervisorBot.BotFramework.Turns;
using SupervisorBot.Chat.State;
using SupervisorBot.Supervision.Sessions.Stored;

namespace SupervisorBot.Chat.Languages;

/// <summary>
/// In which language each person is spoken to: the one that they have chosen, else the one that their client tells. What is stored is read at most once a minute
/// for each person, so that a turn does not wait for it each time; after a choice, another node of the bot speaks the new language a minute later at most.
/// </summary>
internal sealed class PersonLanguages(ILanguageStore store, TimeProvider time)
{
    private const int Remembered = 10_000;
    private const string None = "";
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly AgedMemory<string> _chosen = new(Remembered, Fresh, time);

    /// <summary>The language of whoever sent a turn.</summary>
    public ValueTask<Language> OfAsync(Turn turn, CancellationToken cancellationToken) =>
        OfAsync(turn.Conversation.TenantId, turn.Activity.From?.AadObjectId, turn.Activity.Locale, cancellationToken);

    /// <summary>The language of a person.</summary>
    /// <param name="tenantId">Their tenant; null outside Teams.</param>
    /// <param name="personId">Their Entra object id; null where the channel tells none.</param>
    /// <param name="locale">What their client tells.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<Language> OfAsync(string? tenantId, string? personId, string? locale, CancellationToken cancellationToken) =>
        Language.Of(await ChosenAsync(tenantId, personId, cancellationToken), locale);

    /// <summary>The language that a person has chosen; null for none, and where it cannot be read at present: then their client's counts.</summary>
    public async ValueTask<string?> ChosenAsync(string? tenantId, string? personId, CancellationToken cancellationToken)
    {
        if (personId is not { Length: > 0 })
        {
            return null;
        }

        var key = KeyOf(tenantId, personId);
        if (!_chosen.TryGet(key, out var chosen))
        {
            try
            {
                chosen = await store.FindAsync(Canonical(tenantId), Canonical(personId), cancellationToken) ?? None;
            }
            catch (StoreUnavailableException)
            {
                // The storage's own log tells why.
                return null;
            }

            _chosen.Put(key, chosen);
        }

        return chosen == None ? null : chosen;
    }

    /// <summary>Remembers what a person has chosen.</summary>
    /// <param name="tenantId">Their tenant; null outside Teams.</param>
    /// <param name="personId">Their Entra object id.</param>
    /// <param name="language">The language's name; null for the one that their client tells.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="StoreUnavailableException">It cannot be stored at present.</exception>
    public async Task ChooseAsync(string? tenantId, string personId, string? language, CancellationToken cancellationToken)
    {
        if (language is null)
        {
            await store.RemoveAsync(Canonical(tenantId), Canonical(personId), cancellationToken);
        }
        else
        {
            await store.PutAsync(Canonical(tenantId), Canonical(personId), language, cancellationToken);
        }

        _chosen.Put(KeyOf(tenantId, personId), language ?? None);
    }

    private static string KeyOf(string? tenantId, string personId) => $"{Canonical(tenantId)}\n{Canonical(personId)}";

    // Both are GUIDs, which channels write in either case.
    private static string Canonical(string? id) => (id ?? "").ToLowerInvariant();
}
