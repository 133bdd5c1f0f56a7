using System.Text.Json.Nodes;
using SupervisorBot.Benchmarks.Chat;
using SupervisorBot.GatewaySimulator;

namespace SupervisorBot.Benchmarks.Servers;

/// <summary>Two bots that differ in their storage alone; each has half of the inspectors.</summary>
internal sealed class BotPair(BotProcess memory, BotProcess sqlite) : IAsyncDisposable
{
    public BotProcess Memory => memory;

    public BotProcess Sqlite => sqlite;

    /// <summary>Says so where the storage in a file wrote none, since its rows then tell nothing of a file.</summary>
    public string StorageNote => sqlite.HasFile ? "" : "- `Database:Provider=Sqlite` wrote no file in this build: its rows are those of a second bot with the same storage.";

    public static async Task<BotPair> StartAsync(
        DirectoryInfo folder, GatewaySimulatorHost gateway, IReadOnlyList<ChatPerson> people, LeanConnector connector, JsonObject? more, CancellationToken cancellationToken)
    {
        var half = people.Count / 2;
        var memory = BotProcess.StartAsync("Memory", folder.CreateSubdirectory("memory"), gateway, [.. people.Take(half)], connector, more, cancellationToken);
        var sqlite = BotProcess.StartAsync("Sqlite", folder.CreateSubdirectory("sqlite"), gateway, [.. people.Skip(half)], connector, more, cancellationToken);
        try
        {
            return new BotPair(await memory, await sqlite);
        }
        catch
        {
            await StopAsync(memory);
            await StopAsync(sqlite);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await memory.DisposeAsync();
        await sqlite.DisposeAsync();
    }

    private static async Task StopAsync(Task<BotProcess> starting)
    {
        await starting.ContinueWith(static _ => { }, TaskScheduler.Default);
        if (starting.IsCompletedSuccessfully)
        {
            await (await starting).DisposeAsync();
        }
    }
}
