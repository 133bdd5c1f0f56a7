using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupervisorBot.Chat.Telemetry;

namespace SupervisorBot.Chat.Sealing;

/// <summary>
/// The key to seal with now, and those whose seals still count. A key is used until it is <see cref="PressOptions.KeyLifetime"/> old; the node that finds it
/// so makes the next one, and the others find that in the store.
/// </summary>
internal sealed class PressKeys(IPressKeyStore store, IOptions<PressOptions> options, TimeProvider time, ILogger<PressKeys> logger) : IDisposable
{
    // So often at most is the store asked for the same key that it did not have, whoever makes such seals up, and for a newer one than an old one in use.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    // Nodes' clocks may differ by so much.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim _reading = new(1);
    private readonly Dictionary<byte, DateTimeOffset> _missed = [];
    private volatile IReadOnlyList<PressKey> _known = [];
    private DateTimeOffset _readAt = DateTimeOffset.MinValue;

    /// <summary>The key to seal with.</summary>
    /// <exception cref="Exception">There is none yet and the store cannot be asked.</exception>
    public ValueTask<PressKey> CurrentAsync(CancellationToken cancellationToken) =>
        _known is [var newest, ..] && IsFresh(newest) ? ValueTask.FromResult(newest) : new ValueTask<PressKey>(RenewAsync(cancellationToken));

    /// <summary>The key that a seal names by the last byte of its number; null where there is none any more.</summary>
    /// <exception cref="Exception">It is not known here and the store cannot be asked.</exception>
    public ValueTask<PressKey?> FindAsync(byte mark, CancellationToken cancellationToken) =>
        Known(mark) is { } key ? ValueTask.FromResult<PressKey?>(key) : new ValueTask<PressKey?>(LookAsync(mark, cancellationToken));

    public void Dispose() => _reading.Dispose();

    private async Task<PressKey> RenewAsync(CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            if (_known is [var newest, ..] && (IsFresh(newest) || IsWithinPause(_readAt)))
            {
                return newest;
            }

            return await RenewOnceAsync(cancellationToken);
        }
#pragma warning disable CA1031 // Whatever keeps the store from being asked: an older key is better than a card that cannot be shown.
        catch (Exception exception) when (exception is not OperationCanceledException && _known.Count > 0)
#pragma warning restore CA1031
        {
            Log.PressKeyNotRenewed(logger, exception.GetType().Name);
            return _known[0];
        }
        finally
        {
            _reading.Release();
        }
    }

    private async Task<PressKey> RenewOnceAsync(CancellationToken cancellationToken)
    {
        _readAt = time.GetUtcNow();
        // Asked for before the keys are read: a key that another node adds after that has the number of this one's, and wins or loses against it.
        var last = await store.LastGenerationAsync(cancellationToken);
        await ReadAsync(cancellationToken);
        if (_known is not [var stored, ..] || !IsFresh(stored))
        {
            var key = PressKey.New(last + 1, time.GetUtcNow());
            var oldest = _known.Where(IsAccepted).Select(known => known.Generation).Append(key.Generation).Min();
            await store.AddAsync(key, oldest, cancellationToken);
            // Where another node was faster it is that node's key.
            await ReadAsync(cancellationToken);
        }

        return _known is [var renewed, ..] ? renewed : throw new InvalidOperationException("The key that was stored a moment ago cannot be read.");
    }

    private async Task<PressKey?> LookAsync(byte mark, CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            if (Known(mark) is null && !(_missed.TryGetValue(mark, out var missedAt) && IsWithinPause(missedAt)))
            {
                await ReadAsync(cancellationToken);
                _missed[mark] = _readAt;
            }

            return Known(mark);
        }
        finally
        {
            _reading.Release();
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        _readAt = time.GetUtcNow();
        _known = [.. (await store.ReadAsync(cancellationToken)).OrderByDescending(key => key.Generation)];
    }

    private bool IsWithinPause(DateTimeOffset moment) => time.GetUtcNow() - moment < Pause;

    private bool IsFresh(PressKey key) => time.GetUtcNow() - key.CreatedAt < options.Value.KeyLifetime;

    // The newest counts however old it is: where no new one could be stored, it is the one that is used.
    private PressKey? Known(byte mark)
    {
        var known = _known;
        return known.FirstOrDefault(key => (byte)key.Generation == mark && (key == known[0] || IsAccepted(key)));
    }

    private bool IsAccepted(PressKey key) => time.GetUtcNow() - key.CreatedAt < options.Value.KeyLifetime + options.Value.Lifetime + Grace;
}
