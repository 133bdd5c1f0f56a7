using System.Diagnostics.CodeAnalysis;

namespace SupervisorBot.Benchmarks;

/// <summary>How much is measured.</summary>
internal sealed record BenchmarkOptions
{
    /// <summary>A smoke run: everything once and briefly. Its figures mean nothing.</summary>
    public bool IsQuick { get; init; }

    /// <summary>Whether turns per second are measured.</summary>
    public bool Throughput { get; init; } = true;

    /// <summary>Whether the bot's share of an interception's time is measured.</summary>
    public bool Latency { get; init; } = true;

    /// <summary>Whether it is measured what signed-in inspectors cost.</summary>
    public bool Sessions { get; init; } = true;

    /// <summary>The assembly of another host, whose turns per second are measured beside the bot's own; null for none.</summary>
    public string? Edge { get; init; }

    /// <summary>Whether live boards are measured.</summary>
    public bool Boards { get; init; } = true;

    /// <summary>How long agents change their states under live boards.</summary>
    public TimeSpan BoardLength => TimeSpan.FromSeconds(BoardSeconds ?? (IsQuick ? 15 : 120));

    /// <summary>The same in seconds, where it was told.</summary>
    public int? BoardSeconds { get; init; }

    /// <summary>How many agents there are under live boards.</summary>
    public int BoardAgents { get; init; } = 500;

    /// <summary>How many agents change their state in a second.</summary>
    public int BoardChangesPerSecond { get; init; } = 20;

    /// <summary>How many inspectors are signed in at once, one bot after the other.</summary>
    public IReadOnlyList<int> SignedIn { get; init; } = [200, 1_000, 5_000, 10_000];

    /// <summary>How long the bot is watched at rest.</summary>
    public TimeSpan AtRest => TimeSpan.FromSeconds(IsQuick ? 2 : 40);

    /// <summary>Talks that begin in a second, and how many begin in all (or as many as there are inspectors).</summary>
    public int TalksPerSecond => IsQuick ? 50 : 1_000;

    public int Talks => IsQuick ? 50 : 5_000;

    /// <summary>Conversations that talk to a server at once; each waits for its reply before it says the next thing.</summary>
    public int Conversations => IsQuick ? 8 : 32;

    /// <summary>Rounds of the throughput; in each every server has its turn.</summary>
    public int ThroughputRounds => IsQuick ? 1 : 5;

    public TimeSpan ThroughputWarmUp => TimeSpan.FromSeconds(IsQuick ? 0.3 : 6);

    public TimeSpan ThroughputRound => TimeSpan.FromSeconds(IsQuick ? 0.5 : 4);

    /// <summary>Inspectors who are signed in and listen at once.</summary>
    public int Inspectors => IsQuick ? 5 : 50;

    /// <summary>Measured rounds of the latency; in each every inspector takes one call over, for each way of pressing and each server.</summary>
    public int LatencyRounds => IsQuick ? 1 : 6;

    /// <summary>The time over which presses are spread where they do not come all at one moment.</summary>
    public TimeSpan PressesOver => TimeSpan.FromSeconds(IsQuick ? 0.4 : 2);

    public int LatencyWarmUpRounds => IsQuick ? 0 : 2;

    public static bool TryParse(string[] args, [NotNullWhen(true)] out BenchmarkOptions? options)
    {
        options = new BenchmarkOptions();
        for (var i = 0; i < args.Length; i++)
        {
            options = (args[i], i + 1 < args.Length ? args[i + 1] : "") switch
            {
                ("--quick", _) => options with { IsQuick = true },
                ("--only", "a") => options with { Latency = false, Sessions = false, Boards = false },
                ("--only", "b") => options with { Throughput = false, Sessions = false, Boards = false },
                ("--only", "c") => options with { Throughput = false, Latency = false, Boards = false },
                ("--only", "d") => options with { Throughput = false, Latency = false, Sessions = false },
                ("--board-seconds", var length) when int.TryParse(length, out var seconds) && seconds is >= 10 and <= 86_400 => options with { BoardSeconds = seconds },
                ("--edge", var file) when File.Exists(file) => options with { Edge = Path.GetFullPath(file) },
                ("--sessions", var count) when int.TryParse(count, out var signedIn) && signedIn is > 0 and <= 50_000 => options with { SignedIn = [signedIn] },
                _ => null,
            };
            if (options is null)
            {
                return false;
            }

            i += args[i] is "--only" or "--sessions" or "--edge" or "--board-seconds" ? 1 : 0;
        }

        return options.Throughput || options.Latency || options.Sessions || options.Boards;
    }

    public static int Explain()
    {
        Console.Error.WriteLine("""
            dotnet run -c Release --project tests/SupervisorBot.Benchmarks [-- [--quick] [--only a|b|c|d] [--sessions n] [--board-seconds n] [--edge file]]
              --only a   turns per second and CPU per 1,000 turns, beside a bare ASP.NET Core endpoint
              --only b   the bot's share of the time between a press and the intercept, and between the talk and its post, by storage
              --only c   what signed-in inspectors cost: CPU at rest, memory, and how fast their events become posts
              --only d   live boards under hundreds of agents who change their states: edits, how late they are, memory
              --board-seconds how long the agents change in (d), instead of 120
              --sessions this many signed-in inspectors in (c), instead of 200, 1,000, 5,000 and 10,000
              --edge     the assembly of another host, such as SupervisorBot.BotBuilder.dll, to have it in (a) as well
              --quick    everything once and briefly, to see that it works
            """);
        return 2;
    }
}
