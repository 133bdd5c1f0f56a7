namespace SupervisorBot.Storage.Startup;

/// <summary>Makes the database ready.</summary>
internal interface IDatabaseSetup
{
    /// <summary>Brings the schema up to date, and then lets keys be made, for one node at a time.</summary>
    /// <param name="makeKeys">Makes the first key where there is none.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">The database cannot be used; says why, and what to mend.</exception>
    Task PrepareAsync(Action makeKeys, CancellationToken cancellationToken);
}
