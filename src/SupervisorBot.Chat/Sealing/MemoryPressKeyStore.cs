using System.Collections.Immutable;

namespace SupervisorBot.Chat.Sealing;

/// <summary>The keys in the process's own memory: the buttons of an earlier process are refused.</summary>
internal sealed class MemoryPressKeyStore : IPressKeyStore
{
    private ImmutableList<PressKey> _keys = [];

    public Task<IReadOnlyList<PressKey>> ReadAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<PressKey>>(_keys);

    public Task<int> LastGenerationAsync(CancellationToken cancellationToken) => Task.FromResult(_keys.Select(key => key.Generation).DefaultIfEmpty().Max());

    public Task AddAsync(PressKey key, int oldest, CancellationToken cancellationToken)
    {
        ImmutableInterlocked.Update(
            ref _keys, keys => keys.Any(known => known.Generation == key.Generation) ? keys : keys.RemoveAll(known => known.Generation < oldest).Add(key));
        return Task.CompletedTask;
    }
}
