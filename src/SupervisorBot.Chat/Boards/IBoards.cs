using SupervisorBot.Chat.Places;

namespace SupervisorBot.Chat.Boards;

/// <summary>The boards of all threads.</summary>
internal interface IBoards
{
    /// <summary>Opens a board in a thread; one that stands there is stopped.</summary>
    Task<BoardAnswer> OpenAsync(string thread, BoardOpening opening);

    /// <summary>Leafs to a page, for everybody.</summary>
    Task<BoardAnswer> TurnAsync(string thread, Guid boardId, int page);

    /// <summary>Stops a board.</summary>
    Task<BoardAnswer> StopAsync(string thread, Guid boardId, Asker by);

    /// <summary>Brings a thread's board to life where it is not.</summary>
    Task WakeAsync(string thread);
}
