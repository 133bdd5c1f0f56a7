using System.Globalization;

namespace SupervisorBot.Demo;

/// <summary>What was asked for on the command line.</summary>
internal sealed record DemoOptions
{
    /// <summary>Who talks with the bot.</summary>
    public DemoClient Client { get; init; }

    /// <summary>Whether only the help is wanted.</summary>
    public bool Help { get; init; }

    /// <summary>The bot's port; null for the usual one or, where it is taken, a free one.</summary>
    public int? Port { get; init; }

    /// <summary>The Playground's port; null for the usual one or, where it is taken, a free one.</summary>
    public int? PlaygroundPort { get; init; }

    /// <summary>Whether the Playground may not open a browser by itself.</summary>
    public bool NoBrowser { get; init; }

    /// <summary>Whether the bot's log is shown.</summary>
    public bool Verbose { get; init; }

    /// <summary>Settings for the bot, and under <c>Simulator:</c> for the simulator.</summary>
    public IReadOnlyDictionary<string, string?> Settings { get; init; } = new Dictionary<string, string?>();

    /// <summary>Reads a command line.</summary>
    /// <param name="args">The arguments.</param>
    /// <exception cref="FormatException">One of them is not understood; the message says which and why.</exception>
    public static DemoOptions Parse(IReadOnlyList<string> args)
    {
        var options = new DemoOptions();
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        for (var at = 0; at < args.Count; at++)
        {
            var (name, value) = Split(args[at]);
            options = name switch
            {
                "--help" or "-h" or "-?" => options with { Help = true },
                "--walkthrough" => options with { Client = DemoClient.Walkthrough },
                "--no-client" => options with { Client = DemoClient.None },
                "--no-browser" => options with { NoBrowser = true },
                "--verbose" => options with { Verbose = true },
                "--port" => options with { Port = ReadPort(name, value ?? args.ElementAtOrDefault(++at)) },
                "--playground-port" => options with { PlaygroundPort = ReadPort(name, value ?? args.ElementAtOrDefault(++at)) },
                _ when IsSetting(name) && value is not null => Set(options, settings, name, value),
                _ => throw new FormatException($"{args[at]} is not understood. --help lists what is."),
            };
        }

        return options with { Settings = settings };
    }

    private static (string Name, string? Value) Split(string argument) =>
        argument.IndexOf('=', StringComparison.Ordinal) is >= 0 and var at ? (argument[..at], argument[(at + 1)..]) : (argument, null);

    private static bool IsSetting(string name) => name.StartsWith("--", StringComparison.Ordinal) && name.Contains(':', StringComparison.Ordinal);

    private static DemoOptions Set(DemoOptions options, Dictionary<string, string?> settings, string name, string value)
    {
        settings[name[2..]] = value;
        return options;
    }

    private static int ReadPort(string name, string? value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= 65535
            ? port
            : throw new FormatException($"{name} needs a port from 1 to 65535, such as {name} 4000.");
}
