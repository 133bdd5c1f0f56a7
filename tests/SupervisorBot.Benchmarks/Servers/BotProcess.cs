using System.Text.Json.Nodes;
using SupervisorBot.Benchmarks.Chat;
using SupervisorBot.GatewaySimulator;

namespace SupervisorBot.Benchmarks.Servers;

/// <summary>A bot in a process of its own, and its inspectors, signed in.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly ChatSender _sender;

    private BotProcess(ServerProcess server, DirectoryInfo folder, IEnumerable<ChatPerson> people, LeanConnector connector)
    {
        Server = server;
        _folder = folder;
        _sender = server.Sender();
        Chats = [.. people.Select(person => new InspectorChat(person, connector, _sender))];
    }

    public ServerProcess Server { get; }

    public IReadOnlyList<InspectorChat> Chats { get; }

    /// <summary>Whether a database file has come about: only then does the storage's row tell of a file.</summary>
    public bool HasFile => _folder.EnumerateFiles("supervisor.db*").Any();

    public static async Task<BotProcess> StartAsync(
        string database, DirectoryInfo folder, GatewaySimulatorHost gateway, IReadOnlyList<ChatPerson> people, LeanConnector connector, JsonObject? more, CancellationToken cancellationToken)
    {
        var settings = await ServerSettings.WriteAsync(folder, gateway, people, database, more);
        var server = await ServerProcess.StartAsync($"SupervisorBot, {database}", ServedProcess.Bot, settings, cancellationToken);
        var bot = new BotProcess(server, folder, people, connector);
        try
        {
            await Parallel.ForEachAsync(bot.Chats, cancellationToken, static async (chat, token) => await chat.AskAsync("/signin", "agents.open", token));
            return bot;
        }
        catch
        {
            await bot.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _sender.Dispose();
    }
}
