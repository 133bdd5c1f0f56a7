using System.Text.Json.Nodes;
using SupervisorBot.Benchmarks.Chat;
using SupervisorBot.GatewaySimulator;

namespace SupervisorBot.Benchmarks.Servers;

/// <summary>Bots that differ in their storage or their edge alone; each has its share of the inspectors.</summary>
internal sealed class Bots(IReadOnlyList<BotProcess> all) : IAsyncDisposable
{
    public IReadOnlyList<BotProcess> All => all;

    /// <summary>The storage and the edge of each: every storage that can be had, and behind another edge those without a server.</summary>
    public static IReadOnlyList<(string Storage, string? Edge)> Kinds(string? edge) =>
        [.. Storages.Here.Select(storage => (storage, (string?)null)), .. edge is null ? [] : ((string, string?)[])[(Storages.Memory, edge), (Storages.Sqlite, edge)]];

    public static async Task<Bots> StartAsync(
        DirectoryInfo folder, GatewaySimulatorHost gateway, IReadOnlyList<ChatPerson> people, LeanConnector connector, JsonObject? more, CancellationToken cancellationToken,
        string? edge = null)
    {
        var kinds = Kinds(edge);
        var shares = people.Chunk(people.Count / kinds.Count);
        var starting = kinds
            .Zip(shares, (kind, share) => BotProcess.StartAsync(
                kind.Storage, folder.CreateSubdirectory(kind.Storage + (kind.Edge is null ? "" : "-edge")), gateway, share, connector, more, cancellationToken, kind.Edge))
            .ToList();
        try
        {
            return new Bots(await Task.WhenAll(starting));
        }
        catch
        {
            foreach (var one in starting.Where(one => one.IsCompletedSuccessfully))
            {
                await (await one).DisposeAsync();
            }

            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var bot in all)
        {
            await bot.DisposeAsync();
        }
    }
}
