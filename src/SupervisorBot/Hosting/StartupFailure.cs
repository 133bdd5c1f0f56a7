using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace SupervisorBot.Hosting;

/// <summary>Tells why the bot did not start, in sentences that say what to mend.</summary>
internal static class StartupFailure
{
    private const string OtherAddress = "Choose another address. Example: urls=http://127.0.0.1:3978";

    /// <summary>Writes one line for each thing to mend.</summary>
    /// <returns>The process's exit code.</returns>
    public static async Task<int> TellAsync(TextWriter output, IEnumerable<string> sentences)
    {
        await output.WriteLineAsync("SupervisorBot cannot start:");
        foreach (var sentence in sentences)
        {
            await output.WriteLineAsync($"  - {sentence}");
        }

        return 1;
    }

    /// <summary>The sentences for a failure that is the configuration's or the machine's, or null for one that is a defect and needs its trace.</summary>
    public static IReadOnlyList<string>? Explain(Exception exception) => exception switch
    {
        OptionsValidationException options => [.. options.Failures],
        AggregateException { InnerExceptions: var all } when all.All(inner => Explain(inner) is not null) => [.. all.SelectMany(inner => Explain(inner)!)],
        IOException { InnerException: AddressInUseException } taken => [$"{taken.Message} {OtherAddress}"],
        RedisConnectionException redis => [$"ConnectionStrings:Cluster names a Redis server that cannot be used ({redis.FailureType}): see that it runs, that this machine reaches it, and that user and password are right."],
        SocketException refused => [$"The address to listen on cannot be used: {refused.Message}. {OtherAddress}"],
        InvalidOperationException { Message: var https } when https.StartsWith("Unable to configure HTTPS", StringComparison.Ordinal) =>
            ["urls asks for https, but there is no certificate. Example: Kestrel:Certificates:Default:Path=/etc/supervisorbot/bot.pfx"],
        InvalidDataException { InnerException: FormatException } file => [$"{file.Message} It has to be JSON."],
        _ => null,
    };
}
