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
        new("personal", ["intercept", "agents", "board", "listen", "whisper", "stop", "status", "history", "watch", "signin", "language", "help"]),
        new("team", ["board", "intercept", "agents", "listen", "whisper", "insert", "stop", "watch", "history", "status", "force", "help"]),
        new("groupChat", ["intercept", "board", "agents", "listen", "whisper", "insert", "stop", "transfer", "watch", "history", "status", "help"]),
    ];

    /// <summary>The commands of a scope's list.</summary>
    /// <exception cref="InvalidOperationException">One of them is no command of the bot.</exception>
    public static IReadOnlyList<CommandInfo> Of(AppScope scope) => [.. scope.Commands.Select(name => CommandTable.All.Single(command => command.Name == name))];
}
