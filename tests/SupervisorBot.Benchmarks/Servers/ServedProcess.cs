using System.Globalization;
using SupervisorBot.Chat.Cards;
using SupervisorBot.EndToEnd.Tests.Running;
using SupervisorBot.Hosting;

namespace SupervisorBot.Benchmarks.Servers;

/// <summary>The measured process: a server that says where it listens, and stops when its standard input ends.</summary>
internal static class ServedProcess
{
    /// <summary>What the first line of the output begins with; the address follows.</summary>
    public const string Greeting = "LISTENING ";

    /// <summary>A line of the input that asks for the size of the managed heap after a full collection.</summary>
    public const string HeapQuestion = "heap";

    /// <summary>What the answer begins with; the bytes follow.</summary>
    public const string HeapAnswer = "HEAP ";

    public const string Bot = "bot";
    public const string Bare = "bare";
    public const string Polls = "polls";

    private static readonly string[] s_arguments = ["--urls=http://127.0.0.1:0", "--environment=Development"];

    public static async Task<int> RunAsync(string name, string settings, string? edge)
    {
        await using var app = name switch
        {
            Bot when edge is not null => BotHost.Build(s_arguments, EdgeAssembly.Load(edge), builder =>
            {
                builder.Configuration.AddJsonFile(settings);
                // What an edge does in Development alone is no part of what it costs.
                builder.Services.AddSingleton<ICardCheck, NoCardCheck>();
            }),
            Bot => BotHost.Build(s_arguments, builder => builder.Configuration.AddJsonFile(settings)),
            Polls => BarePolls.Build(settings),
            _ => BareServer.Build(settings),
        };
        await app.StartAsync();
        Console.WriteLine(Greeting + app.Urls.First());

        // Whoever started this process holds the other end; when that one is gone, so is this.
        while (await Console.In.ReadLineAsync() is { } asked)
        {
            if (asked == HeapQuestion)
            {
                Console.WriteLine(HeapAnswer + GC.GetTotalMemory(forceFullCollection: true).ToString(CultureInfo.InvariantCulture));
            }
        }

        await app.StopAsync();
        return 0;
    }
}
