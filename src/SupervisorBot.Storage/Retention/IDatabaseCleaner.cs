namespace SupervisorBot.Storage.Retention;

/// <summary>What a database needs after rows were removed.</summary>
internal interface IDatabaseCleaner
{
    /// <summary>Sees to it that nothing of them stays behind.</summary>
    Task CleanAsync(CancellationToken cancellationToken);
}
