using System.Globalization;
using SupervisorBot.Storage.Schema;

namespace SupervisorBot.Storage.Audit;

/// <summary>Goes along the whole audit and says whether it is as the bot wrote it. It needs no more memory for a long one, and may run while the bot does.</summary>
public sealed class AuditVerifier
{
    private readonly AuditPages _pages;
    private readonly AuditKeys _keys;

    internal AuditVerifier(AuditPages pages, AuditKeys keys) => (_pages, _keys) = (pages, keys);

    /// <summary>Verifies.</summary>
    /// <param name="expected">A head that was told before: what it vouches for has to be there still.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What was found.</returns>
    public async Task<AuditReport> VerifyAsync(AuditHead? expected, CancellationToken cancellationToken)
    {
        var checkpoint = await _pages.FindMarkAsync(AuditMark.Checkpoint, cancellationToken);
        var progress = new Progress(new AuditWalk(_keys, checkpoint?.Mark));
        if (checkpoint is not null && !_keys.IsGenuine(checkpoint))
        {
            return progress.End(new AuditFault(AuditFaultKind.CheckpointChanged, null, "The checkpoint, from which verification begins, was changed."));
        }

        if (Compare(expected, checkpoint?.Mark) is { } early)
        {
            return progress.End(early);
        }

        while (true)
        {
            // From the very beginning: what stands before the checkpoint does not belong there.
            var page = await _pages.ReadAsync(progress.Rows == 0 ? long.MinValue : progress.Walk.Sequence, cancellationToken);
            if (page.Count == 0)
            {
                if (await EndAsync(progress, expected, cancellationToken) is { } report)
                {
                    return report;
                }

                continue;
            }

            foreach (var row in page)
            {
                if (progress.TryTake(row))
                {
                    if (expected?.Sequence == row.Sequence && expected != progress.Head)
                    {
                        return progress.End(Other(expected));
                    }
                }
                else if (await IsPurgedMeanwhileAsync(progress, cancellationToken))
                {
                    break;
                }
                else
                {
                    return progress.End(await ExplainAsync(progress.Walk, row, cancellationToken));
                }
            }
        }
    }

    private static AuditFault? Compare(AuditHead? expected, AuditMark? checkpoint)
    {
        if (expected is null || checkpoint is null || expected.Sequence > checkpoint.Sequence)
        {
            return null;
        }

        if (expected.Sequence < checkpoint.Sequence)
        {
            return new AuditFault(AuditFaultKind.HeadTooOld, null, $"Row {N(expected.Sequence)} was removed as too old: give a later head.");
        }

        return expected == AuditHead.Of(checkpoint.Sequence, checkpoint.Hmac) ? null : Other(expected);
    }

    private static AuditFault Other(AuditHead expected) =>
        new(AuditFaultKind.OtherHead, expected.Sequence, $"Row {N(expected.Sequence)} is not the one of the head that was given: another audit was put in the place of the one that was there.");

    /// <summary>The purge of the bot has overtaken the verification, which goes on from its checkpoint.</summary>
    private async Task<bool> IsPurgedMeanwhileAsync(Progress progress, CancellationToken cancellationToken)
    {
        if (await _pages.FindMarkAsync(AuditMark.Checkpoint, cancellationToken) is not { } now || now.Mark.Sequence <= progress.Walk.Sequence || !_keys.IsGenuine(now))
        {
            return false;
        }

        progress.BeginAt(new AuditWalk(_keys, now.Mark));
        return true;
    }

    /// <summary>There are no more rows: the head has to name the last one. Null where it names one that has come since.</summary>
    private async Task<AuditReport?> EndAsync(Progress progress, AuditHead? expected, CancellationToken cancellationToken)
    {
        var (walk, head) = (progress.Walk, await _pages.FindMarkAsync(AuditMark.Head, cancellationToken));
        if (head is null && walk.Sequence > 0)
        {
            return progress.End(Head("is missing"));
        }

        if (head is not null && !_keys.IsGenuine(head))
        {
            return progress.End(Head("was changed"));
        }

        var last = head?.Mark.Sequence ?? 0;
        if (last > walk.Sequence)
        {
            return (await _pages.ReadAsync(walk.Sequence, cancellationToken)).Count > 0 ? null : progress.End(Cut(walk.Sequence, last));
        }

        if (last < walk.Sequence)
        {
            return progress.End(Head("is an earlier one, which was put back"));
        }

        if (head is not null && !AuditSignatures.AreSame(head.Mark.Hmac, walk.Hmac))
        {
            return progress.End(Head("names another row"));
        }

        return progress.End(expected?.Sequence > walk.Sequence ? Cut(walk.Sequence, expected.Sequence) : null);
    }

    private static AuditFault Head(string what) => new(AuditFaultKind.HeadChanged, null, $"The mark of the last row {what}.");

    private static AuditFault Cut(long last, long expected) =>
        new(AuditFaultKind.Cut, last + 1, $"{Rows(last + 1, expected)} at the end {(expected == last + 1 ? "is" : "are")} missing.");

    /// <summary>Finds out what became of the row that should come next.</summary>
    private async Task<AuditFault> ExplainAsync(AuditWalk walk, AuditRow row, CancellationToken cancellationToken)
    {
        var expected = walk.Sequence + 1;
        if (row.Sequence < expected)
        {
            return new AuditFault(AuditFaultKind.Inserted, row.Sequence, $"Row {N(row.Sequence)} does not belong there: it was put in before the rows that are kept.");
        }

        if (row.Sequence > expected)
        {
            return new AuditFault(AuditFaultKind.Removed, expected, $"{Rows(expected, row.Sequence - 1)} {(row.Sequence == expected + 1 ? "was" : "were")} removed.");
        }

        var next = await _pages.FindNextAsync(expected, cancellationToken);
        if (_keys.IsGenuine(row, expected, AuditSignatures.Nothing))
        {
            return new AuditFault(AuditFaultKind.BegunAnew, expected, $"Row {N(expected)} begins anew: when it was written, the end before it was not as the bot had left it.");
        }

        if (next?.Sequence == expected + 1 && _keys.IsGenuine(next, expected + 1, row.Hmac))
        {
            return Wrong(row, "was altered");
        }

        if (next is not null && _keys.IsGenuine(next, expected + 2, row.Hmac))
        {
            return new AuditFault(AuditFaultKind.Removed, expected, $"Row {N(expected)} was removed, and those after it were numbered anew.");
        }

        if (await FindAsync(expected, walk.Hmac, cancellationToken) is { } genuine)
        {
            return genuine.Sequence == expected + 1 && !_keys.IsGenuine(row, expected + 1, genuine.Hmac)
                ? new AuditFault(AuditFaultKind.Inserted, expected, $"Row {N(expected)} was put in; the bot did not write it.")
                : new AuditFault(AuditFaultKind.Reordered, expected, $"Row {N(expected)} stands at another place: it is now row {N(genuine.Sequence)}.");
        }

        return Wrong(row, "was altered, or another was put in its place");
    }

    private AuditFault Wrong(AuditRow row, string what) => row.KeyId.Length > 0 && _keys.Find(row.KeyId) is null
        ? new AuditFault(
            AuditFaultKind.UnknownKey, row.Sequence, $"Row {N(row.Sequence)} is signed with the key {Shown(row.KeyId)}, which is not configured: name it in Audit:RetiredKeys, or the row was altered.")
        : new AuditFault(AuditFaultKind.Altered, row.Sequence, $"Row {N(row.Sequence)} {what}.");

    /// <summary>The row that should be at a place, wherever it stands now.</summary>
    private async Task<AuditRow?> FindAsync(long sequence, byte[] before, CancellationToken cancellationToken)
    {
        await foreach (var row in _pages.ReadAllAsync(sequence, cancellationToken))
        {
            if (_keys.IsGenuine(row, sequence, before))
            {
                return row;
            }
        }

        return null;
    }

    private static string Rows(long from, long to) => from == to ? $"Row {N(from)}" : $"Rows {N(from)} to {N(to)}";

    private static string N(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>What stands in a row that nobody vouches for may be anything.</summary>
    private static string Shown(string keyId) => keyId.Length is > 0 and <= 16 && keyId.All(char.IsAsciiHexDigit) ? $"'{keyId}'" : "of a name that is none";

    /// <summary>How far the verification has come.</summary>
    private sealed class Progress(AuditWalk walk)
    {
        private long _first;

        public AuditWalk Walk { get; private set; } = walk;

        public long Rows { get; private set; }

        public AuditHead Head => AuditHead.Of(Walk.Sequence, Walk.Hmac);

        public bool TryTake(AuditRow row)
        {
            if (!Walk.TryTake(row))
            {
                return false;
            }

            _first = _first == 0 ? row.Sequence : _first;
            Rows++;
            return true;
        }

        public void BeginAt(AuditWalk walk) => (Walk, _first, Rows) = (walk, 0, 0);

        public AuditReport End(AuditFault? fault) => new(Rows, _first, Head, fault);
    }
}
