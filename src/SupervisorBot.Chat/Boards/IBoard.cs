using SupervisorBot.Chat.Places;

namespace SupervisorBot.Chat.Boards;

/// <summary>The board of a thread, kept up to date by one node of the cluster; the grain's key is the thread.</summary>
internal interface IBoard : IGrainWithStringKey
{
    /// <summary>Opens a board; one that stands there is stopped.</summary>
    Task<BoardAnswer> OpenAsync(BoardOpening opening);

    /// <summary>Leafs to a page, for everybody.</summary>
    Task<BoardAnswer> TurnAsync(Guid boardId, int page);

    /// <summary>Stops the board.</summary>
    Task<BoardAnswer> StopAsync(Guid boardId, Asker by);

    /// <summary>Brings the board to life where it is not, and does nothing else.</summary>
    Task WakeAsync();
}
