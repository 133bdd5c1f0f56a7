using System.Net;
using System.Net.Sockets;
using SupervisorBot.Tests.Running;

namespace SupervisorBot.Tests.Hosting;

/// <summary>A start that cannot be: one line for each thing to mend, exit code 1, no stack trace.</summary>
public sealed class RefusedStartTests
{
    [Fact]
    public async Task With_nothing_set_everything_that_is_missing_is_named_at_once()
    {
        await using var bot = new BotProcess();

        await RefusedAsync(
            bot, "Gateway:BaseAddress is missing", "Inspectors: at least one inspector is needed", "MicrosoftAppId is missing", "Teams:AllowedTenants is empty",
            "Audit:Key is missing");
    }

    [Fact]
    public async Task A_taken_address_is_named()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}";
        await using var bot = new BotProcess(LeastSettings.AsEnvironment(("urls", url)));

        await RefusedAsync(bot, url, "address already in use", "Example: urls=");
    }

    [Fact]
    public async Task Without_an_app_id_no_address_but_loopback_will_do()
    {
        await using var bot = new BotProcess(LeastSettings.AsEnvironment(("urls", "http://0.0.0.0:0")));

        await RefusedAsync(bot, "MicrosoftAppId is missing", "not this machine alone");
    }

    private static async Task RefusedAsync(BotProcess bot, params string[] words)
    {
        Assert.Equal(1, await bot.ExitCodeAsync());
        Assert.Contains("SupervisorBot cannot start:", bot.Output, StringComparison.Ordinal);
        Assert.All(words, word => Assert.Contains(word, bot.Output, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", bot.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", bot.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Hosting failed", bot.Output, StringComparison.Ordinal);
    }
}
