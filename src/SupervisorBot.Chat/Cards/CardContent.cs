using System.Text.Json.Nodes;

namespace SupervisorBot.Chat.Cards;

/// <summary>What a card says: the name of its template under <c>cards/</c>, the data for it, and the line that stands for it elsewhere.</summary>
/// <param name="Template">The template's name without its ending.</param>
/// <param name="Data">The data.</param>
/// <param name="Summary">The notification's line, also the card's fallback and spoken text.</param>
internal sealed record CardContent(string Template, JsonObject Data, string Summary);
