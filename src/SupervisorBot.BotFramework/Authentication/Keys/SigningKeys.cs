using System.Collections.Frozen;
using Microsoft.Extensions.Logging;
using SupervisorBot.BotFramework.Authentication.Clouds;

namespace SupervisorBot.BotFramework.Authentication.Keys;

/// <summary>
/// The keys of one OpenID document, kept in memory. A token with a known key waits for nothing. One with an unknown key has the document read anew, once for all who
/// ask, and not more often than the options say, so that strangers with invented key ids cannot make the bot ask for more.
/// </summary>
internal sealed class SigningKeys(Uri metadata, IKeyDocuments documents, ChannelTokenOptions options, TimeProvider time, ILogger logger)
{
    private readonly Lock _gate = new();
    private Held? _held;
    private Task<bool>? _reading;
    private long? _failedAt;
    private long? _askedForUnknownAt;

    /// <summary>The key with an id.</summary>
    /// <returns>The key, or null with the reason: it is not among the keys, or there are none to look among.</returns>
    public async ValueTask<(SigningKey? Key, KeyAbsence? Absence)> FindAsync(string id, CancellationToken ct)
    {
        if (Find(id) is { } known)
        {
            return (known, null);
        }

        if (ReadingForUnknown() is { } reading)
        {
            await reading.WaitAsync(ct);
        }

        return Find(id) is { } found ? (found, null) : (null, Usable() is null ? KeyAbsence.NoKeys : KeyAbsence.UnknownId);
    }

    /// <summary>Reads the keys anew, or waits for a reading that is under way.</summary>
    /// <returns>Whether they were read.</returns>
    public Task<bool> RefreshAsync()
    {
        lock (_gate)
        {
            return ReadOnce();
        }
    }

    private SigningKey? Find(string id) => Usable()?.GetValueOrDefault(id);

    private FrozenDictionary<string, SigningKey>? Usable() =>
        Volatile.Read(ref _held) is { } held && time.GetElapsedTime(held.ReadAt) <= options.KeyMaximumAge ? held.Keys : null;

    // The reading to wait for, if another may be made or one is under way.
    private Task<bool>? ReadingForUnknown()
    {
        lock (_gate)
        {
            if (_reading is not null)
            {
                return _reading;
            }

            if (_failedAt is { } failed && time.GetElapsedTime(failed) < options.KeyRetryInterval)
            {
                return null;
            }

            if (Usable() is not null)
            {
                if (_askedForUnknownAt is { } asked && time.GetElapsedTime(asked) < options.UnknownKeyInterval)
                {
                    return null;
                }

                _askedForUnknownAt = time.GetTimestamp();
            }

            return ReadOnce();
        }
    }

    private Task<bool> ReadOnce()
    {
        if (_reading is { } underWay)
        {
            return underWay;
        }

        // Away from the request's thread: it must be kept in _reading before it can end.
        Task<bool> reading = Task.Run(ReadAsync);
        _reading = reading;
        return reading;
    }

    private async Task<bool> ReadAsync()
    {
        using CancellationTokenSource limit = new(options.KeyReadLimit, time);
        Held? read = null;
        try
        {
            IReadOnlyList<SigningKey> keys = await documents.ReadAsync(metadata, limit.Token).WaitAsync(limit.Token);
            read = new Held(keys.ToFrozenDictionary(static key => key.Id, StringComparer.Ordinal), time.GetTimestamp());
            logger.KeysRead(metadata.Host, keys.Count);
        }
#pragma warning disable CA1031 // Whatever went wrong, the keys that there are go on to count for a while.
        catch (Exception e)
#pragma warning restore CA1031
        {
            logger.KeysNotRead(metadata.Host, e.GetBaseException().GetType().Name);
        }

        lock (_gate)
        {
            _held = read ?? _held;
            _failedAt = read is null ? time.GetTimestamp() : null;
            _reading = null;
        }

        return read is not null;
    }

    private sealed record Held(FrozenDictionary<string, SigningKey> Keys, long ReadAt);
}
