namespace SupervisorBot.Chat.Sealing;

/// <summary>Keeps the keys that buttons are sealed with: the same for every node of the bot, so that a button may be pressed wherever it comes in.</summary>
public interface IPressKeyStore
{
    /// <summary>The keys, in no order; those that cannot be read any more are left out.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<PressKey>> ReadAsync(CancellationToken cancellationToken);

    /// <summary>The newest number that is taken, be its key readable or not; 0 where there is none.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    Task<int> LastGenerationAsync(CancellationToken cancellationToken);

    /// <summary>Adds a key, unless another node was faster and its number is taken, and forgets those before <paramref name="oldest"/>.</summary>
    /// <param name="key">The key.</param>
    /// <param name="oldest">The oldest number that is kept.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task AddAsync(PressKey key, int oldest, CancellationToken cancellationToken);
}
