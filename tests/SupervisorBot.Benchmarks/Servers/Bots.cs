using System.Text.Json.Nodes;
using SupervisorBot.Benchmarks.Chat;
using SupervisorBot.GatewaySimulator;

namespace SupervisorBot.Benchmarks.Servers;

/// <summary>Bots that differ in their storage alone; each has its share of the inspectors.</summary>
internal sealed class Bots(IReadOnlyList<BotProcess> all) : IAsyncDisposable
{
    public IReadOnlyList<BotProcess> All => all;

    public static async Task<Bots> StartAsync(
        DirectoryInfo folder, GatewaySimulatorHost gateway, IReadOnlyList<ChatPerson> people, LeanConnector connector, JsonObject? more, CancellationToken cancellationToken)
    {
        var shares = people.Chunk(people.Count / Storages.Here.Count);
        var starting = Storages.Here
            .Zip(shares, (storage, share) => BotProcess.StartAsync(storage, folder.CreateSubdirectory(storage), gateway, share, connector, more, cancellationToken))
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
