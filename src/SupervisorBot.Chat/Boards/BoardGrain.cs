using Orleans.Placement;
using SupervisorBot.Chat.Places;

namespace SupervisorBot.Chat.Boards;

/// <summary>Keeps one thread's board up to date as long as it is live.</summary>
[PreferLocalPlacement]
internal sealed class BoardGrain(BoardServices services) : Grain, IBoard
{
    private LiveBoard? _board;
    private IGrainTimer? _timer;

    private LiveBoard Board => _board ?? throw new InvalidOperationException("The board is not activated.");

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _board = new LiveBoard(this.GetPrimaryKeyString(), services);
        await _board.LoadAsync(cancellationToken);
        KeepTime(TimeSpan.Zero);
    }

    /// <inheritdoc/>
    public Task WakeAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public Task<BoardAnswer> OpenAsync(BoardOpening opening) => AnswerAsync(Board.OpenAsync(opening, CancellationToken.None));

    /// <inheritdoc/>
    public Task<BoardAnswer> TurnAsync(Guid boardId, int page) => AnswerAsync(Board.TurnAsync(boardId, page, CancellationToken.None));

    /// <inheritdoc/>
    public Task<BoardAnswer> StopAsync(Guid boardId, Asker by) => AnswerAsync(Board.StopAsync(boardId, by, CancellationToken.None));

    private async Task<BoardAnswer> AnswerAsync(Task<BoardAnswer> answering)
    {
        var answer = await answering;
        KeepTime(services.Options.Interval);
        return answer;
    }

    private async Task TickAsync(CancellationToken cancellationToken)
    {
        await Board.TickAsync(cancellationToken);
        KeepTime(services.Options.Interval);
    }

    /// <summary>A live board ticks, and its grain stays; a stopped one does neither.</summary>
    private void KeepTime(TimeSpan due)
    {
        if (Board.IsLive)
        {
            _timer ??= this.RegisterGrainTimer(TickAsync, new GrainTimerCreationOptions(due, services.Options.Interval) { KeepAlive = true });
        }
        else
        {
            _timer?.Dispose();
            _timer = null;
        }
    }
}
