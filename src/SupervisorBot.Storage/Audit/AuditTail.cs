using System.Data.Common;
using SupervisorBot.Storage.Schema;
using SupervisorBot.Storage.Writing;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.History;

namespace SupervisorBot.Storage.Audit;

/// <summary>
/// What a batch knows of the audit's end, and the appending to it. One batch at a time has the end, on all nodes, and whoever has it reads it anew: what an
/// undone batch had appended is neither there nor missed.
/// </summary>
internal sealed class AuditTail
{
    /// <summary>The largest number of rows that one purge removes.</summary>
    public const int Portion = 500;

    private static readonly Statement SelectMarks = new("SELECT name, sequence, at, hmac, key_id, seal FROM audit_marks");
    private static readonly Statement SelectLast = new("SELECT sequence, hmac FROM audit ORDER BY sequence DESC LIMIT 1");
    private static readonly Statement SelectOldest = new($"SELECT sequence, at, document, key_id, hmac FROM audit ORDER BY sequence LIMIT {Portion}");
    private static readonly Statement Insert = new("INSERT INTO audit (sequence, at, document, key_id, hmac) VALUES ($1, $2, $3, $4, $5)");

    // A row may be there already where the audit's end was put back to an earlier state.
    private static readonly Statement PutHistory = new("""
        INSERT INTO history (sequence, at, agent_id, work_no, operation_id) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (sequence) DO UPDATE SET at = excluded.at, agent_id = excluded.agent_id, work_no = excluded.work_no, operation_id = excluded.operation_id
        """);

    private static readonly Statement PutMark = new("""
        INSERT INTO audit_marks (name, sequence, at, hmac, key_id, seal) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (name) DO UPDATE SET sequence = excluded.sequence, at = excluded.at, hmac = excluded.hmac, key_id = excluded.key_id, seal = excluded.seal
        """);

    private static readonly Statement Remove = new("DELETE FROM audit WHERE sequence <= $1");
    private static readonly Statement RemoveHistory = new("DELETE FROM history WHERE sequence <= $1");

    private readonly Dictionary<string, SealedMark> _marks = [];
    private readonly List<AuditRow> _oldest = [];
    private bool _isWanted;
    private bool _isOldestWanted;
    private (long Sequence, byte[] Hmac)? _last;
    private Write? _newHead;

    /// <summary>A batch will append.</summary>
    public void Want(Batch batch)
    {
        if (!_isWanted)
        {
            _isWanted = true;
            batch.Lock("audit", "end");
        }
    }

    /// <summary>A batch will remove what is old.</summary>
    public void WantOldest(Batch batch)
    {
        Want(batch);
        _isOldestWanted = true;
    }

    public IEnumerable<Query> Queries()
    {
        if (_isWanted)
        {
            yield return new Query(SelectMarks, [], row => _marks[row.GetString(0)] = ReadMark(row));
            yield return new Query(SelectLast, [], row => _last = (row.GetInt64(0), row.GetFieldValue<byte[]>(1)));
        }

        if (_isOldestWanted)
        {
            yield return new Query(SelectOldest, [], row => _oldest.Add(ReadRow(row)));
        }
    }

    /// <summary>Appends entries, each of which follows on the one before it, and moves the head on.</summary>
    public void Append(Batch batch, AuditSigner signer, IReadOnlyList<AuditEntry> entries)
    {
        if (entries.Count == 0)
        {
            return;
        }

        var (sequence, before) = _newHead is null ? Begin(signer) : _last!.Value;
        foreach (var entry in entries)
        {
            sequence++;
            var (at, document) = (AuditTime.Of(entry.At ?? batch.Now), AuditDocument.Write(entry));
            var hmac = AuditSignatures.OfRow(signer.Key, sequence, at, document, before);
            batch.WriteOne(Insert, sequence, at, document, signer.Key.Id, hmac);
            if (HistoryActs.Has(entry))
            {
                batch.WriteOne(PutHistory, sequence, at, entry.Actor.AgentId, entry.WorkNo, entry.OperationId);
            }

            before = hmac;
        }

        _last = (sequence, before);
        PutHead(batch, signer, new AuditMark(AuditMark.Head, sequence, AuditTime.Of(batch.Now), before));
    }

    /// <summary>
    /// Removes rows from the beginning that are older than a time, and signs for the last of them, so that verification goes on from it. What does not verify
    /// any more stays, so that it is not signed for; the last row stays too.
    /// </summary>
    /// <returns>How many are removed; null where a row does not verify.</returns>
    public int? Purge(Batch batch, AuditSigner signer, DateTimeOffset oldest)
    {
        var begin = _marks.GetValueOrDefault(AuditMark.Checkpoint);
        if (begin is not null && !signer.IsGenuine(begin))
        {
            return null;
        }

        var walk = signer.WalkFrom(begin?.Mark);
        var removed = 0;
        foreach (var row in _oldest.TakeWhile(row => row.At < oldest && row.Sequence < _last!.Value.Sequence))
        {
            if (!walk.TryTake(row))
            {
                return null;
            }

            removed++;
        }

        if (removed > 0)
        {
            // First: the database lets nothing be removed that was not signed for.
            Put(batch, signer, new AuditMark(AuditMark.Checkpoint, walk.Sequence, AuditTime.Of(batch.Now), walk.Hmac));
            batch.Write(Remove, walk.Sequence);
            batch.Write(RemoveHistory, walk.Sequence);
        }

        return removed;
    }

    private static Write Put(Batch batch, AuditSigner signer, AuditMark mark) => batch.WriteOne(PutMark, Values(signer, mark));

    private void PutHead(Batch batch, AuditSigner signer, AuditMark head)
    {
        if (_newHead is null)
        {
            _newHead = Put(batch, signer, head);
        }
        else
        {
            // One head for the batch, whatever number of its changes append.
            Values(signer, head).CopyTo(_newHead.Values, 0);
        }
    }

    private static object?[] Values(AuditSigner signer, AuditMark mark) =>
        [mark.Name, mark.Sequence, mark.At, mark.Hmac, signer.Key.Id, AuditSignatures.OfMark(signer.Key, mark)];

    /// <summary>
    /// What the next row follows on. Where the end is not as the bot left it (rows were cut off, a head was put back or forged), it must not be vouched for by
    /// a new head: the next row then follows on nothing, which no verification takes for whole any more.
    /// </summary>
    private (long Sequence, byte[] Hmac) Begin(AuditSigner signer)
    {
        var head = _marks.GetValueOrDefault(AuditMark.Head);
        if (head is null && _last is null && _marks.Count == 0)
        {
            return (0, AuditSignatures.Nothing);
        }

        if (head is not null && _last is var (sequence, hmac)
            && head.Mark.Sequence == sequence && AuditSignatures.AreSame(head.Mark.Hmac, hmac) && signer.IsGenuine(head))
        {
            return (sequence, hmac);
        }

        var highest = _marks.Values.Select(mark => mark.Mark.Sequence).Append(_last?.Sequence ?? 0).Max();
        signer.TellBroken(highest + 1);
        return (highest, AuditSignatures.Nothing);
    }

    private static SealedMark ReadMark(DbDataReader row) => new(
        new AuditMark(row.GetString(0), row.GetInt64(1), row.GetTime(2), row.GetFieldValue<byte[]>(3)), row.GetString(4), row.GetFieldValue<byte[]>(5));

    private static AuditRow ReadRow(DbDataReader row) => new()
    {
        Sequence = row.GetInt64(0),
        At = row.GetTime(1),
        Document = row.GetString(2),
        KeyId = row.GetString(3),
        Hmac = row.GetFieldValue<byte[]>(4),
    };
}
