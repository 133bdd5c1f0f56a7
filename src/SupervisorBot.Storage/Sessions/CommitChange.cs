using System.Globalization;
using SupervisorBot.Storage.Audit;
using SupervisorBot.Storage.Writing;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Interception.Stored;
using SupervisorBot.Supervision.Sessions.Stored;

namespace SupervisorBot.Storage.Sessions;

/// <summary>Stores what a turn changed. Every check comes before the first statement.</summary>
internal sealed class CommitChange(SessionCommit commit, byte[]? credentials, AuditSigner signer) : Change<CommitResult>
{
    private static readonly Statement NoteCommit = new("UPDATE sessions SET commit_id = $3 WHERE agent_id = $1 AND epoch = $2");

    private static readonly Statement StoreSession = new("""
        UPDATE sessions SET commit_id = $3, is_awake = $4, document = $5, credentials = $6, stored_at = $7
        WHERE agent_id = $1 AND epoch = $2
        """);

    // The unique key lets one insert of an operation through; for any other one it is no row, and no error.
    private static readonly Statement InsertInterception = new("""
        INSERT INTO interceptions (operation_id, agent_id, step, outcome, version, proposed_at, decided_at, record)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (operation_id) DO NOTHING
        """);

    private static readonly Statement UpdateInterception = new("""
        UPDATE interceptions SET step = $2, outcome = $3, version = $4, decided_at = $5, record = $6
        WHERE operation_id = $1 AND version = $4 - 1
        """);

    private static readonly Statement InsertRequest = new(
        "INSERT INTO handled_requests (request_id, receipt, at) VALUES ($1, $2, $3) ON CONFLICT (request_id) DO NOTHING");

    public override string Line => commit.AgentId.ToString(CultureInfo.InvariantCulture);

    public override void Prepare(Batch batch)
    {
        batch.Sessions.Want(batch, commit.AgentId);
        foreach (var record in commit.Interceptions)
        {
            batch.Sessions.WantInterception(record.View.OperationId);
        }

        if (commit.Handled is { } handled)
        {
            batch.Sessions.WantRequest(batch, handled.RequestId);
        }

        batch.Messages.WantFor(batch, commit.Messages);
        if (commit.Audit.Count > 0)
        {
            batch.Audit.Want(batch);
        }
    }

    protected override CommitResult Decide(Batch batch)
    {
        if (Refuses(batch) is { } known)
        {
            return known;
        }

        WriteSession(batch);
        foreach (var record in commit.Interceptions)
        {
            WriteInterception(batch, record);
        }

        if (commit.Handled is { } handled)
        {
            batch.Sessions.SetHandled(handled.RequestId);
            batch.WriteOne(InsertRequest, handled.RequestId, handled.Receipt, batch.Now);
        }

        batch.Claims.Release(batch, commit.ReleasedClaims);
        batch.Messages.Add(batch, commit.Messages);
        batch.Audit.Append(batch, signer, commit.Audit);
        return CommitResult.Committed;
    }

    /// <summary>What is answered without storing anything, or null.</summary>
    private CommitResult? Refuses(Batch batch)
    {
        if (batch.Sessions.Find(commit.AgentId) is not { } session || session.Epoch != commit.Epoch)
        {
            return CommitResult.Superseded;
        }

        if (session.CommitId == commit.Id)
        {
            // It was stored, and its answer was lost.
            return CommitResult.Committed;
        }

        if (commit.Handled is { } handled && batch.Sessions.IsHandled(handled.RequestId))
        {
            return CommitResult.RequestKnown;
        }

        return FollowsOn(batch) ? null : CommitResult.Superseded;
    }

    private bool FollowsOn(Batch batch)
    {
        Dictionary<Guid, int> versions = [];
        foreach (var record in commit.Interceptions)
        {
            var id = record.View.OperationId;
            if (record.Version != versions.GetValueOrDefault(id, batch.Sessions.VersionOf(id)) + 1)
            {
                return false;
            }

            versions[id] = record.Version;
        }

        return true;
    }

    private void WriteSession(Batch batch)
    {
        batch.Sessions.Set(commit.AgentId, new OwnedSession(commit.Epoch, commit.Id));
        if (commit.Session is { } session)
        {
            batch.WriteOne(StoreSession, commit.AgentId, commit.Epoch, commit.Id, session.IsAwake, session.Document, credentials, batch.Now);
        }
        else
        {
            batch.WriteOne(NoteCommit, commit.AgentId, commit.Epoch, commit.Id);
        }
    }

    private static void WriteInterception(Batch batch, InterceptionRecord record)
    {
        var view = record.View;
        batch.Sessions.SetInterception(view.OperationId, record.Version, view.Step);
        var (step, outcome, document) = (view.Step.ToString(), view.Outcome?.ToString(), InterceptionDocument.Write(record));
        if (record.Version == 1)
        {
            batch.WriteOne(
                InsertInterception, view.OperationId, view.Inspector.AgentId, step, outcome, record.Version, view.ProposedAt, view.DecidedAt, document);
        }
        else
        {
            batch.WriteOne(UpdateInterception, view.OperationId, step, outcome, record.Version, view.DecidedAt, document);
        }
    }
}
