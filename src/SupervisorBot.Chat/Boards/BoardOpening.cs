using SupervisorBot.Chat.Places;
using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Chat.Boards;

/// <summary>What a board is opened with.</summary>
/// <param name="Place">Where it is to stand.</param>
/// <param name="Opener">Who opens it.</param>
/// <param name="Language">The locale of its words.</param>
/// <param name="Filter">The text that narrows it, or null.</param>
[GenerateSerializer, Immutable]
internal sealed record BoardOpening(RequestOrigin Place, Asker Opener, string Language, string? Filter);
