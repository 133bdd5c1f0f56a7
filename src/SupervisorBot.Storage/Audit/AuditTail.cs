using System.Data.Common;
using SupervisorBot.Storage.Schema;
using SupervisorBot.Storage.Writing;
using SupervisorBot.Supervision.Audit;

namespace SupervisorBot.Storage.Audit;

/// <summary>
/// What a batch knows of the audit's end, and the appending to it. One batch at a time has the end, on all nodes, and whoever has it reads it anew: what an
/// undone batch had appended is neither there nor missed.
/// </summary>
internal sealed class AuditTail
{
    private static readonly Statement SelectHead = new("SELECT sequence, at, hmac, key_id, seal FROM audit_marks WHERE name = 'head'");
    private static readonly Statement SelectLast = new("SELECT sequence, hmac FROM audit ORDER BY sequence DESC LIMIT 1");
    private static readonly Statement Insert = new("INSERT INTO audit (sequence, at, document, key_id, hmac) VALUES ($1, $2, $3, $4, $5)");

    private static readonly Statement PutMark = new("""
        INSERT INTO audit_marks (name, sequence, at, hmac, key_id, seal) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (name) DO UPDATE SET sequence = excluded.sequence, at = excluded.at, hmac = excluded.hmac, key_id = excluded.key_id, seal = excluded.seal
        """);

    private bool _isWanted;
    private (AuditMark Mark, string KeyId, byte[] Seal)? _head;
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

    public IEnumerable<Query> Queries()
    {
        if (_isWanted)
        {
            yield return new Query(SelectHead, [], row => _head = (ReadMark(row), row.GetString(3), row.GetFieldValue<byte[]>(4)));
            yield return new Query(SelectLast, [], row => _last = (row.GetInt64(0), row.GetFieldValue<byte[]>(1)));
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
            before = hmac;
        }

        _last = (sequence, before);
        PutHead(batch, signer, new AuditMark(AuditMark.Head, sequence, AuditTime.Of(batch.Now), before));
    }

    /// <summary>Writes a mark, signed.</summary>
    public static Write Put(Batch batch, AuditSigner signer, AuditMark mark) => batch.WriteOne(PutMark, Values(signer, mark));

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
        if ((_head, _last) is (null, null))
        {
            return (0, AuditSignatures.Nothing);
        }

        if (_head is var (mark, keyId, seal) && _last is var (sequence, hmac)
            && mark.Sequence == sequence && AuditSignatures.AreSame(mark.Hmac, hmac) && signer.IsGenuine(mark, keyId, seal))
        {
            return (sequence, hmac);
        }

        var highest = Math.Max(_head?.Mark.Sequence ?? 0, _last?.Sequence ?? 0);
        signer.TellBroken(highest + 1);
        return (highest, AuditSignatures.Nothing);
    }

    private static AuditMark ReadMark(DbDataReader row) => new(AuditMark.Head, row.GetInt64(0), row.GetTime(1), row.GetFieldValue<byte[]>(2));
}
