using System.Text.Json.Nodes;
using SupervisorBot.Benchmarks.Chat;
using SupervisorBot.GatewaySimulator;

namespace SupervisorBot.Benchmarks.Servers;

/// <summary>A bot in a process of its own, and its inspectors.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    private const int SignInsAtOnce = 32;

    private readonly ChatSender _sender;

    private BotProcess(ServerProcess server, IEnumerable<ChatPerson> people, LeanConnector connector)
    {
        Server = server;
        _sender = server.Sender();
        Chats = [.. people.Select(person => new InspectorChat(person, connector, _sender))];
    }

    public ServerProcess Server { get; }

    public IReadOnlyList<InspectorChat> Chats { get; }

    /// <summary>Starts a bot in which nobody is signed in yet.</summary>
    public static async Task<BotProcess> StartAsync(
        string storage, string settings, IReadOnlyList<ChatPerson> people, LeanConnector connector, CancellationToken cancellationToken, string? edge = null)
    {
        var name = edge is null ? "SupervisorBot" : Path.GetFileNameWithoutExtension(edge);
        return new(await ServerProcess.StartAsync($"{name}, {storage}", ServedProcess.Bot, settings, cancellationToken, edge), people, connector);
    }

    /// <summary>Starts a bot and signs its inspectors in.</summary>
    public static async Task<BotProcess> StartAsync(
        string storage, DirectoryInfo folder, GatewaySimulatorHost gateway, IReadOnlyList<ChatPerson> people, LeanConnector connector, JsonObject? more, CancellationToken cancellationToken,
        string? edge = null)
    {
        var settings = await ServerSettings.WriteAsync(folder, gateway, people, storage, more);
        var bot = await StartAsync(storage, settings, people, connector, cancellationToken, edge);
        try
        {
            await bot.SignInAsync(cancellationToken);
            return bot;
        }
        catch
        {
            await bot.DisposeAsync();
            throw;
        }
    }

    public Task SignInAsync(CancellationToken cancellationToken) => Parallel.ForEachAsync(
        Chats,
        new ParallelOptions { MaxDegreeOfParallelism = SignInsAtOnce, CancellationToken = cancellationToken },
        static async (chat, token) => await chat.AskAsync("/signin", "agents.open", token));

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        _sender.Dispose();
    }
}
