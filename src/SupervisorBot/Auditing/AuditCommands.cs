using System.Globalization;
using SupervisorBot.Hosting;
using SupervisorBot.Secrets;
using SupervisorBot.Storage.Audit;

namespace SupervisorBot.Auditing;

/// <summary>The verbs of the command line that read the audit, while the bot runs or without it, with the bot's own settings.</summary>
internal static class AuditCommands
{
    private const string Verify = "verify-audit";
    private const string Export = "export-audit";
    private const string Head = "--head";
    private const string From = "--from";
    private const string To = "--to";
    private const int Wrong = 1;

    private static readonly Dictionary<string, Verb> s_verbs = new()
    {
        [Verify] = new([Head], "[--head <sequence>:<hmac>]", VerifyAsync),
        [Export] = new([From, To], "[--from <time>] [--to <time>]", ExportAsync),
    };

    /// <summary>Runs what the command line asks for.</summary>
    /// <param name="args">The command line.</param>
    /// <returns>The exit code: 0 where the audit is whole, or was written out, and 1 otherwise; null where the command line names no verb.</returns>
    public static async Task<int?> TryRunAsync(string[] args)
    {
        if (args is not [var name, ..] || !s_verbs.TryGetValue(name, out var verb))
        {
            return null;
        }

        if (!AuditArguments.TryRead(args.AsSpan(1), verb.Options, out var arguments))
        {
            return await TellUsageAsync(name);
        }

        try
        {
            await using var app = Build(arguments.Settings);
            return await verb.RunAsync(app.Services, arguments) ?? await TellUsageAsync(name);
        }
        catch (Exception exception) when (Explain(exception) is { } sentences)
        {
            foreach (var sentence in sentences)
            {
                await Console.Error.WriteLineAsync(sentence);
            }

            return Wrong;
        }
    }

    private static IReadOnlyList<string>? Explain(Exception exception) =>
        AuditReading.Explain(exception) is { } sentence ? [sentence] : StartupFailure.Explain(exception);

    private static WebApplication Build(string[] settings)
    {
        // The settings are found as the bot finds them.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = settings, ContentRootPath = AppContext.BaseDirectory });
        builder.AddSecrets();
        builder.Logging.ClearProviders();
        builder.Services.AddAuditReading(builder.Configuration);
        return builder.Build();
    }

    private static async Task<int> TellUsageAsync(string verb)
    {
        await Console.Error.WriteLineAsync($"Usage: SupervisorBot {verb} {s_verbs[verb].Usage} [--Section:Name=value]");
        return Wrong;
    }

    private static async Task<int?> VerifyAsync(IServiceProvider services, AuditArguments arguments)
    {
        AuditHead? expected = null;
        if (arguments.Options.TryGetValue(Head, out var text) && !AuditHead.TryParse(text, out expected))
        {
            return null;
        }

        var report = await services.GetRequiredService<AuditVerifier>().VerifyAsync(expected, CancellationToken.None);
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Rows in order: {report.Rows}{(report.Rows == 0 ? "" : $" ({report.First} to {report.Head.Sequence})")}"));
        await Console.Out.WriteLineAsync($"Head: {report.Head}");
        await Console.Out.WriteLineAsync(report.Fault is null ? "The audit is whole." : $"The audit is broken. {report.Fault.Sentence}");
        return report.Fault is null ? 0 : Wrong;
    }

    private static async Task<int?> ExportAsync(IServiceProvider services, AuditArguments arguments)
    {
        if (!TryReadTime(arguments, From, out var from) || !TryReadTime(arguments, To, out var to))
        {
            return null;
        }

        var export = services.GetRequiredService<AuditExport>();
        await using var output = Console.OpenStandardOutput();
        await using var buffered = new BufferedStream(output);
        await export.WriteAsync(buffered, from, to, CancellationToken.None);
        return 0;
    }

    private static bool TryReadTime(AuditArguments arguments, string name, out DateTimeOffset? time)
    {
        time = null;
        if (!arguments.Options.TryGetValue(name, out var text))
        {
            return true;
        }

        var isTime = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var read);
        time = read;
        return isTime;
    }

    /// <summary>A verb.</summary>
    /// <param name="Options">The options that it knows.</param>
    /// <param name="Usage">How they are written.</param>
    /// <param name="RunAsync">Runs it: the exit code, or null where an option's value is wrong.</param>
    private sealed record Verb(IReadOnlyCollection<string> Options, string Usage, Func<IServiceProvider, AuditArguments, Task<int?>> RunAsync);
}
