using System.Text.Json.Nodes;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Chat.Boards;

/// <summary>What a board answers.</summary>
/// <param name="Id">The board that stands in the thread now.</param>
/// <param name="Card">Its card's data as JSON; null where it is another board than was asked for, or none.</param>
/// <param name="Summary">The line that stands for the card.</param>
/// <param name="IsLive">Whether it is kept up to date.</param>
/// <param name="Refusal">Why nothing was done.</param>
/// <param name="Problem">Why the agents could not be read, so that nothing was done.</param>
[GenerateSerializer, Immutable]
internal sealed record BoardAnswer(Guid Id, string? Card, string? Summary, bool IsLive, Refusal? Refusal = null, Problem? Problem = null)
{
    /// <summary>There is no such board.</summary>
    public static BoardAnswer None { get; } = new(Guid.Empty, null, null, false);

    public static BoardAnswer Of(Board board, CardContent card) => new(board.Id, card.Data.ToJsonString(), card.Summary, board.End is null);

    public CardContent? ToContent() => Card is null ? null : new CardContent("board", JsonNode.Parse(Card)!.AsObject(), Summary ?? "");
}
