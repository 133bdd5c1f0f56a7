using SupervisorBot.Chat.Places;

namespace SupervisorBot.Chat.Boards;

/// <summary>A grain for each thread's board.</summary>
internal sealed class GrainBoards(IGrainFactory grains) : IBoards
{
    public Task<BoardAnswer> OpenAsync(string thread, BoardOpening opening) => grains.GetGrain<IBoard>(thread).OpenAsync(opening);

    public Task<BoardAnswer> TurnAsync(string thread, Guid boardId, int page) => grains.GetGrain<IBoard>(thread).TurnAsync(boardId, page);

    public Task<BoardAnswer> StopAsync(string thread, Guid boardId, Asker by) => grains.GetGrain<IBoard>(thread).StopAsync(boardId, by);

    public Task WakeAsync(string thread) => grains.GetGrain<IBoard>(thread).WakeAsync();
}
