using SupervisorBot.Chat.Commands;

namespace SupervisorBot.Chat.TeamsApp;

/// <summary>Which commands Teams lists, in each scope as many as it takes: the most used there; <c>/help</c> has the rest.</summary>
internal static class AppCommands
{
    /// <summary>How many commands a list may have (manifest schema 1.24 and later).</summary>
    public const int Most = 12;

    /// <summary>The scopes in the order of the manifest's lists.</summary>
    public static IReadOnlyList<AppScope> Scopes { get; } =
    [
        new("personal", ["intercept", "agents", "board", "listen", "whisper", "stop", "status", "history", "watch", "signin", "language", "help", "calls", "insert", "switch", "hangup", "signout"]),
        new("team", ["board", "intercept", "agents", "listen", "whisper", "insert", "stop", "watch", "history", "status", "force", "help", "calls", "switch", "hangup", "signin"]),
        new("groupChat", ["intercept", "board", "agents", "listen", "whisper", "insert", "stop", "transfer", "watch", "history", "status", "help", "calls", "switch", "hangup", "signin"]),
    ];

    /// <summary>The commands of a scope's list.</summary>
    public static IReadOnlyList<CommandInfo> Of(AppScope scope) =>
        [.. scope.Preferred.Select(name => CommandTable.All.FirstOrDefault(command => command.Name == name)).OfType<CommandInfo>().Take(Most)];
}
