namespace SupervisorBot.Chat.State;

/// <summary>Remembers which language a person has chosen over the one that their client tells.</summary>
public interface ILanguageStore
{
    /// <summary>The language that a person has chosen, as a language tag; null where they have chosen none.</summary>
    /// <param name="tenantId">The person's tenant; empty outside Teams.</param>
    /// <param name="personId">Their Entra object id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask<string?> FindAsync(string tenantId, string personId, CancellationToken cancellationToken);

    /// <summary>Remembers the language that a person has chosen.</summary>
    /// <param name="tenantId">The person's tenant; empty outside Teams.</param>
    /// <param name="personId">Their Entra object id.</param>
    /// <param name="language">The language tag.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask PutAsync(string tenantId, string personId, string language, CancellationToken cancellationToken);

    /// <summary>Forgets what a person has chosen.</summary>
    /// <param name="tenantId">The person's tenant; empty outside Teams.</param>
    /// <param name="personId">Their Entra object id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    ValueTask RemoveAsync(string tenantId, string personId, CancellationToken cancellationToken);
}
