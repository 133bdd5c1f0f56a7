using System.Text.Json;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Languages;
using SupervisorBot.Chat.Outbox;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.State;
using SupervisorBot.Chat.Telemetry;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Chat.Boards;

/// <summary>
/// One thread's board: opened, leafed through, brought up to date and stopped. It is asked one thing at a time. What it is stands in the store, so that it goes
/// on after a restart and on another node; of two who look after it, the one that stores later ends.
/// </summary>
internal sealed class LiveBoard(string thread, BoardServices services)
{
    /// <summary>The kind of the stored document.</summary>
    public const string Kind = "board";

    private const string AuditDetail = "Board";
    private const int StoppedRank = 1;

    private ThreadDocument? _stored;
    private Board? _board;
    private BoardReading? _reading;
    private string? _shown;
    private DateTimeOffset _shownAt;

    /// <summary>Whether it has to be kept up to date.</summary>
    public bool IsLive => _board is { End: null };

    /// <summary>Begins with what is stored.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        _stored = await services.Store.FindAsync(Kind, thread, cancellationToken);
        (_board, _reading, _shown) = (Read(_stored), null, null);
    }

    public async Task<BoardAnswer> OpenAsync(BoardOpening opening, CancellationToken cancellationToken)
    {
        var now = services.Time.GetUtcNow();
        var board = new Board(
            Guid.NewGuid(), Place.Read(opening.Place), opening.Opener, opening.Language, opening.Filter, now, now + services.Options.Lifetime);
        var read = await ReadAsync(board, null, cancellationToken);
        if (read.Reading is not { } reading || reading.Roster is { Problem: not null, Agents.Count: 0 })
        {
            return new BoardAnswer(Guid.Empty, null, null, false, read.Refusal, read.Reading?.Roster.Problem ?? new Problem(ProblemKind.NoAnswer));
        }

        if (IsLive)
        {
            await EndAsync(BoardEnd.Replaced, null, cancellationToken);
        }

        await StoreAsync(board, cancellationToken);
        _reading = reading;
        await services.Audit.WriteAsync(Entry(board, AuditStage.Started), cancellationToken);
        return BoardAnswer.Of(board, await ShowAsync(board, cancellationToken));
    }

    public async Task<BoardAnswer> TurnAsync(Guid boardId, int page, CancellationToken cancellationToken)
    {
        if (_board is not { End: null } board || board.Id != boardId)
        {
            return BoardAnswer.None;
        }

        _reading ??= (await ReadAsync(board, null, cancellationToken)).Reading;
        await StoreAsync(board with { Page = _reading is null ? page : ViewOf(board with { Page = page }, _reading).Page.Number }, cancellationToken);
        return BoardAnswer.Of(_board!, await ShowAsync(_board!, cancellationToken));
    }

    public async Task<BoardAnswer> StopAsync(Guid boardId, Asker by, CancellationToken cancellationToken)
    {
        if (_board is not { End: null } board || board.Id != boardId)
        {
            return BoardAnswer.None;
        }

        return BoardAnswer.Of(_board!, await EndAsync(BoardEnd.Asked, by, cancellationToken));
    }

    /// <summary>Reads the agents and shows what has changed; stops the board where its time is over or whoever opened it may not see them any more.</summary>
    public async Task TickAsync(CancellationToken cancellationToken)
    {
        if (_board is not { End: null } board)
        {
            return;
        }

        try
        {
            await UpdateAsync(board, cancellationToken);
        }
#pragma warning disable CA1031 // Whatever went wrong this time, the board is looked after again with the next tick.
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.BoardFailed(services.Logger, exception.GetType().Name);
        }
    }

    private async Task UpdateAsync(Board board, CancellationToken cancellationToken)
    {
        if (services.Time.GetUtcNow() >= board.Until)
        {
            await EndAsync(BoardEnd.Time, null, cancellationToken);
            return;
        }

        var read = await ReadAsync(board, _reading, cancellationToken);
        if (read.End is { } end)
        {
            await EndAsync(end, null, cancellationToken);
        }
        else if (read.Reading is { } reading)
        {
            _reading = reading;
            if (SignatureOf(board) != _shown || services.Time.GetUtcNow() - _shownAt >= services.Options.Refresh)
            {
                await ShowAsync(board, cancellationToken);
            }
        }
    }

    private async Task<CardContent> EndAsync(BoardEnd end, Asker? by, CancellationToken cancellationToken)
    {
        var ended = _board! with { End = end, EndedAt = services.Time.GetUtcNow(), EndedBy = by?.Name };
        await StoreAsync(ended, cancellationToken);
        await services.Audit.WriteAsync(Entry(ended, AuditStage.Ended) with { Actor = (by ?? ended.Opener).ActorAt(ended.Place.Conversation), Outcome = end.ToString() }, cancellationToken);
        return await ShowAsync(ended, cancellationToken);
    }

    /// <summary>Reads the agents as whoever opened the board, within the limit; nothing, where that takes too long.</summary>
    private async Task<(BoardReading? Reading, BoardEnd? End, Refusal? Refusal)> ReadAsync(Board board, BoardReading? before, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(services.Options.ReadingLimit, services.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await ReadInTimeAsync(board, before, both.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return (null, null, null);
        }
    }

    /// <summary>A state that has just begun is not taken over yet.</summary>
    private async Task<(BoardReading? Reading, BoardEnd? End, Refusal? Refusal)> ReadInTimeAsync(Board board, BoardReading? before, CancellationToken cancellationToken)
    {
        var opener = board.Opener.ToInspector();
        var profile = await services.Directory.FindAsync(opener.EntraObjectId, cancellationToken);
        if (profile is null || profile.Inspector.AgentId != opener.AgentId)
        {
            return (null, BoardEnd.NotListed, Refusal.NotListed);
        }

        if (!profile.May(Permission.List))
        {
            return (null, BoardEnd.NotPermitted, Refusal.NotPermitted);
        }

        var roster = await services.Desk.GetLiveRosterAsync(opener, board.Filter, cancellationToken);
        switch (roster.Refusal)
        {
            case null:
                break;
            case Refusal.NotSignedIn or Refusal.AwaitingCode:
                return (null, BoardEnd.NotSignedIn, roster.Refusal);
            case Refusal.NotListed:
                return (null, BoardEnd.NotListed, roster.Refusal);
            default:
                return (null, null, roster.Refusal);
        }

        var agents = BoardFlicker.Settle(before?.Roster.Agents ?? [], roster.Agents, roster.AsOf, services.Options.Settle);
        return (new BoardReading(roster with { Agents = agents }, profile.Permissions), null, null);
    }

    private string? SignatureOf(Board board) => _reading is { } reading ? ViewOf(board, reading).Signature(reading.Roster) : null;

    /// <summary>A text may narrow a board by the words of its language.</summary>
    private BoardView ViewOf(Board board, BoardReading reading)
    {
        using var spoken = Language.Of(board.Language).Speak();
        return BoardView.Of(board, reading.Roster, services.Options);
    }

    private async Task<CardContent> ShowAsync(Board board, CancellationToken cancellationToken)
    {
        using var spoken = Language.Of(board.Language).Speak();
        var content = BoardCards.Of(board, _reading, services.Options);
        var rank = board.End is null ? 0 : StoppedRank;
        await services.Postbox.AddAsync(
            [OutgoingEntries.Show(LiveKeys.Board(board.Id), board.Place.Conversation, services.Cards.Message(content), rank, board.Place.MessageId)], cancellationToken);
        (_shown, _shownAt) = (SignatureOf(board), services.Time.GetUtcNow());
        return content;
    }

    /// <exception cref="InvalidOperationException">Somebody else looks after the board by now; this one begins anew with what they stored.</exception>
    private async Task StoreAsync(Board board, CancellationToken cancellationToken)
    {
        var document = new ThreadDocument(Kind, thread, (_stored?.Version ?? 0) + 1, board.Write(), board.End is null);
        if (!await services.Store.PutAsync(document, cancellationToken))
        {
            await LoadAsync(cancellationToken);
            throw new InvalidOperationException("The board was stored by somebody else.");
        }

        (_stored, _board) = (document, board);
    }

    private Board? Read(ThreadDocument? stored)
    {
        try
        {
            return stored is null ? null : Board.Read(stored.Document);
        }
        catch (JsonException)
        {
            Log.BoardFailed(services.Logger, nameof(JsonException));
            return null;
        }
    }

    private static AuditEntry Entry(Board board, AuditStage stage) =>
        new() { Act = AuditAct.List, Stage = stage, Actor = board.Opener.ActorAt(board.Place.Conversation), Detail = AuditDetail };
}
