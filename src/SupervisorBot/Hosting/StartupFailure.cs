using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace SupervisorBot.Hosting;

/// <summary>Tells why the bot did not start, in sentences that say what to set.</summary>
internal static class StartupFailure
{
    /// <summary>Writes one line for each thing to mend.</summary>
    public static async Task TellAsync(TextWriter output, IEnumerable<string> sentences)
    {
        await output.WriteLineAsync("SupervisorBot cannot start:");
        foreach (var sentence in sentences.SelectMany(text => text.Split("; ", StringSplitOptions.RemoveEmptyEntries)))
        {
            await output.WriteLineAsync($"  - {sentence}");
        }
    }

    /// <summary>The sentences for a failure that is the configuration's or the machine's, or null for one that is a defect and needs its trace.</summary>
    public static IReadOnlyList<string>? Explain(Exception exception) => exception switch
    {
        OptionsValidationException options => [.. options.Failures],
        AggregateException { InnerExceptions: var all } when all.All(inner => Explain(inner) is not null) => [.. all.SelectMany(inner => Explain(inner)!)],
        IOException { InnerException: SocketException or IOException } io => [$"{io.Message} Choose another address with --urls=http://127.0.0.1:3978."],
        InvalidOperationException { InnerException: FormatException } format => [format.Message],
        _ => null,
    };
}
