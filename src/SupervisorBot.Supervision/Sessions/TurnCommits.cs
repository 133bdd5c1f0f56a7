using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Notices;
using SupervisorBot.Supervision.Outbox;
using SupervisorBot.Supervision.Sessions.Machine;
using SupervisorBot.Supervision.Sessions.Stored;

namespace SupervisorBot.Supervision.Sessions;

/// <summary>Stores one session's turns: all that a turn changes at once, and only what it changes.</summary>
internal sealed class TurnCommits(SessionServices services, int agentId, StoredSession opened)
{
    private SessionDocument? _document = TryRead(opened.Snapshot?.Document);
    private string? _credentials = opened.Snapshot?.Credentials;

    /// <summary>Numbers this opening of the session.</summary>
    public long Epoch { get; } = opened.Epoch;

    /// <summary>The session as it is stored; null where none was, or where it cannot be read.</summary>
    public SessionDocument? Document => _document;

    /// <summary>What the gateway knows the session by, as it is stored.</summary>
    public string? Credentials => _credentials;

    /// <summary>What a turn changes, to be stored before any of its effects is carried out. It is made once: trying again tries the same.</summary>
    public TurnCommit Prepare(SessionTurn turn, string? credentials)
    {
        var document = SessionDocument.Of(turn.State);
        var commit = new SessionCommit(agentId, Epoch)
        {
            Session = document == _document && credentials == _credentials ? null : new SessionSnapshot(IsAwake(turn.State), document.Write(), credentials),
            Interceptions = [.. turn.Changed],
            Handled = turn is { HandledRequestId: { } id, Reply: Receipt receipt } ? new HandledRequest(id, ReceiptDocument.Write(receipt)) : null,
            ReleasedClaims = [.. turn.ReleasedClaims],
            Messages = Compose(turn.Notices),
            Audit = [.. turn.Audited.Select(Complete)],
        };
        return new TurnCommit(commit, document, credentials);
    }

    /// <summary>Stores what a turn changes.</summary>
    /// <exception cref="StoringFailedException">It could not be stored, or its answer was lost.</exception>
    public async Task<CommitResult> CommitAsync(TurnCommit turn, CancellationToken cancellationToken)
    {
        if (turn.Commit is { Session: null, Interceptions.Count: 0, Handled: null, ReleasedClaims.Count: 0, Messages.Count: 0, Audit.Count: 0 })
        {
            return CommitResult.Committed;
        }

        var result = await StoreAsync(() => services.Store.CommitAsync(turn.Commit, cancellationToken));
        if (result == CommitResult.Committed)
        {
            (_document, _credentials) = (turn.Document, turn.Credentials);
            Wake(turn.Commit.Messages);
        }

        return result;
    }

    /// <summary>The answer that a request got when it was handled before.</summary>
    /// <exception cref="StoringFailedException">It could not be read.</exception>
    public async Task<Receipt> AnswerAgainAsync(string requestId, CancellationToken cancellationToken)
    {
        var handled = await StoreAsync(() => services.Store.FindHandledAsync(requestId, cancellationToken));
        return handled is null ? new Receipt(Repeated: true) : ReceiptDocument.ReadAgain(handled.Receipt);
    }

    private static bool IsAwake(SessionState state) => state.Status != SessionStatus.SignedOut || state.Active is not null;

    private static SessionDocument? TryRead(string? text)
    {
        try
        {
            return text is null ? null : SessionDocument.Read(text);
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private static async Task<T> StoreAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            throw new StoringFailedException(exception);
        }
    }

    /// <summary>The conversation tells what a place means.</summary>
    private AuditEntry Complete(AuditedAct act)
    {
        if (act.Origin is null)
        {
            return act.Entry;
        }

        var (place, actor) = (services.Origins.Read(act.Origin), act.Entry.Actor);
        return act.Entry with
        {
            Actor = actor with { TenantId = actor.TenantId ?? place.TenantId, ConversationId = actor.ConversationId ?? place.ConversationId },
        };
    }

    /// <summary>What cannot be put into words is not told; the turn goes on.</summary>
    private List<OutboxEntry> Compose(IReadOnlyList<SupervisionNotice> notices)
    {
        var messages = new List<OutboxEntry>();
        foreach (var notice in notices)
        {
            try
            {
                messages.AddRange(services.Composer.Compose(notice));
            }
            catch (Exception exception)
            {
                Log.NoticeFailed(services.Logger, exception, notice.GetType().Name, agentId);
            }
        }

        return messages;
    }

    private void Wake(IReadOnlyList<OutboxEntry> messages)
    {
        if (messages.Count > 0)
        {
            services.Waker.Wake(messages.Select(message => message.Thread).Distinct());
        }
    }
}
