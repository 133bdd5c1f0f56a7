namespace SupervisorBot.Chat.TeamsApp;

/// <summary>Where Teams lists commands of an app.</summary>
/// <param name="Name">The scope's name in the manifest.</param>
/// <param name="Preferred">The commands by name, the most used there first.</param>
internal sealed record AppScope(string Name, IReadOnlyList<string> Preferred);
