namespace SupervisorBot.Chat.TeamsApp;

/// <summary>Where Teams lists commands of an app.</summary>
/// <param name="Name">The scope's name in the manifest.</param>
/// <param name="Commands">The commands by name, in the order in which they are listed.</param>
internal sealed record AppScope(string Name, IReadOnlyList<string> Commands);
