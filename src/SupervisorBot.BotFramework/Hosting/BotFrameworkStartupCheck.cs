using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupervisorBot.BotFramework.Endpoint;

namespace SupervisorBot.BotFramework.Hosting;

/// <summary>
/// Without an app id the endpoint is open only in the Development environment and only while every bound address is loopback. Otherwise
/// the bot does not start: the environment is looked at with the other settings (<see cref="BotFrameworkOptionsCheck"/>) before anything is
/// bound, the addresses as soon as they are known, and until then the endpoint answers 503.
/// </summary>
internal sealed class BotFrameworkStartupCheck(
    IOptions<BotFrameworkOptions> options,
    IServiceProvider services,
    EndpointGate gate,
    ILogger<BotFrameworkStartupCheck> logger) : IHostedLifecycleService
{
    public const string Needed =
        "Set MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppType and MicrosoftAppTenantId (like MicrosoftAppId=00000000-0000-0000-0000-000000000000)";

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        if (options.Value.IsAnonymous)
        {
            ThrowUnlessLoopback();
            logger.OpenForDevelopment();
        }

        gate.Open();
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void ThrowUnlessLoopback()
    {
        ICollection<string> bound = services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        string[] open = [.. bound.Where(static address => !IsLoopback(address))];
        if (open.Length > 0 || bound.Count == 0)
        {
            string where = open.Length > 0 ? $"the bot listens on {string.Join(", ", open)}" : "it is not known where the bot listens";
            throw Refuse(
                $"MicrosoftAppId is missing, and {where}, which is not this machine alone. {Needed}, or listen on loopback, like urls=http://localhost:3978.");
        }
    }

    // Addresses may be patterns (http://*:80, http://+:80), which are no addresses to Uri and not loopback either.
    private static bool IsLoopback(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri is { IsFile: false, IsLoopback: true, Host.Length: > 0 };

    private static OptionsValidationException Refuse(string why) => new(nameof(BotFrameworkOptions), typeof(BotFrameworkOptions), [why]);
}
