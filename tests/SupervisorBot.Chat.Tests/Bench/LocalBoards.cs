using System.Collections.Concurrent;
using SupervisorBot.Chat.Boards;
using SupervisorBot.Chat.Places;

namespace SupervisorBot.Chat.Tests.Bench;

/// <summary>Boards without grains and without a clock of their own: the test lets them tick.</summary>
internal sealed class LocalBoards(BoardServices services) : IBoards
{
    private readonly ConcurrentDictionary<string, LiveBoard> _boards = new();

    public async Task<LiveBoard> OfAsync(string thread)
    {
        if (_boards.TryGetValue(thread, out var known))
        {
            return known;
        }

        var board = _boards[thread] = new LiveBoard(thread, services);
        await board.LoadAsync(CancellationToken.None);
        return board;
    }

    /// <summary>All that is only in memory is gone.</summary>
    public void Forget() => _boards.Clear();

    public async Task<BoardAnswer> OpenAsync(string thread, BoardOpening opening) => await (await OfAsync(thread)).OpenAsync(opening, CancellationToken.None);

    public async Task<BoardAnswer> TurnAsync(string thread, Guid boardId, int page) => await (await OfAsync(thread)).TurnAsync(boardId, page, CancellationToken.None);

    public async Task<BoardAnswer> StopAsync(string thread, Guid boardId, Asker by) => await (await OfAsync(thread)).StopAsync(boardId, by, CancellationToken.None);

    public async Task WakeAsync(string thread) => await OfAsync(thread);
}
