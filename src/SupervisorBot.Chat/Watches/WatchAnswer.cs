namespace SupervisorBot.Chat.Watches;

/// <summary>What became of a change, and what the chat watches for now.</summary>
/// <param name="Result">What became of it.</param>
/// <param name="Document">The watch as it is stored.</param>
[GenerateSerializer, Immutable]
internal sealed record WatchAnswer(WatchResult Result, string Document);
