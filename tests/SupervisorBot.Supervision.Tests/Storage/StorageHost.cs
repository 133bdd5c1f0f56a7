using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Storage;

namespace SupervisorBot.Supervision.Tests.Storage;

/// <summary>A host with nothing but the storage, over a file.</summary>
internal sealed class StorageHost : IAsyncDisposable
{
    /// <summary>How long a test waits for anything.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly IHost _host;

    private StorageHost(IHost host) => _host = host;

    public IServiceProvider Services => _host.Services;

    public IInterceptionJournal Journal => Services.GetRequiredService<IInterceptionJournal>();

    public static Task<StorageHost> StartAsync(string path, TimeProvider? time = null, params (string Name, string Value)[] settings) =>
        StartAsync(time, [("ConnectionStrings:Supervisor", $"Data Source={path}"), .. settings]);

    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A setting is wrong.</exception>
    public static async Task<StorageHost> StartAsync(TimeProvider? time, params (string Name, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        foreach (var (name, value) in settings)
        {
            builder.Configuration[name] = value;
        }

        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddOptions<InterceptionOptions>().Bind(builder.Configuration.GetSection(InterceptionOptions.SectionName)).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddInterceptionStorage(builder.Configuration);
        var host = new StorageHost(builder.Build());
        try
        {
            await host._host.StartAsync().WaitAsync(Limit);
            return host;
        }
        catch
        {
            host._host.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
