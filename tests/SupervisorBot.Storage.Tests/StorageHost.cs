using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using SupervisorBot.Chat;
using SupervisorBot.Chat.State;
using SupervisorBot.Storage.Retention;
using SupervisorBot.Supervision;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Outbox;
using SupervisorBot.Supervision.Sessions.Stored;

namespace SupervisorBot.Storage.Tests;

/// <summary>A host with the ports' own stores, and the storage in their place.</summary>
internal sealed class StorageHost : IAsyncDisposable
{
    /// <summary>How long a test waits for anything.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>A setting with which nothing is written but by the test.</summary>
    public static readonly (string Name, string Value) WithoutPurge = ("Test:Purge", "none");

    /// <summary>The key that the audit is signed with, unless a test sets another.</summary>
    public const string AuditKey = "dGhlIGtleSBvZiB0aGUgdGVzdHMgb2YgdGhlIGF1ZGl0IQ==";

    /// <summary>What supervision asks for, and what keeps the audit.</summary>
    private static readonly (string Name, string Value)[] Needed =
    [
        ("Inspectors:0:EntraObjectId", "aaaaaaaa-0000-4000-8000-000000000020"),
        ("Inspectors:0:AgentId", "1001"),
        ("Inspectors:0:PhoneNumber", "70020"),
        ("Inspectors:0:DisplayName", "Alex Wilber"),
        ("Audit:Key", AuditKey),
    ];

    private readonly IHost _host;
    private bool _isGone;

    private StorageHost(IHost host, FakeLogCollector log) => (_host, Log) = (host, log);

    public IServiceProvider Services => _host.Services;

    public FakeLogCollector Log { get; }

    public ISessionStore Sessions => Services.GetRequiredService<ISessionStore>();

    public ICallClaims Claims => Services.GetRequiredService<ICallClaims>();

    public IOutboxStore Outbox
    {
        get
        {
            var store = Services.GetService<IOutboxStore>();
            Assert.SkipWhen(store is null, "There is no outbox in memory.");
            return store;
        }
    }

    public IAuditTrail Audit => Services.GetRequiredService<IAuditTrail>();

    public IAuditReader AuditReader => Services.GetRequiredService<IAuditReader>();

    public IPersonalChatStore Chats => Services.GetRequiredService<IPersonalChatStore>();

    public ILanguageStore Languages => Services.GetRequiredService<ILanguageStore>();

    public IWelcomeStore Welcomes => Services.GetRequiredService<IWelcomeStore>();

    /// <exception cref="Microsoft.Extensions.Options.OptionsValidationException">A setting is wrong.</exception>
    public static async Task<StorageHost> StartAsync(TimeProvider? time, params (string Name, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = Environments.Production });
        foreach (var (name, value) in (ReadOnlySpan<(string, string)>)[.. Needed, .. settings])
        {
            builder.Configuration[name] = value;
        }

        builder.Logging.AddFakeLogging();
        builder.Services.AddSingleton(time ?? TimeProvider.System);
        builder.Services.AddSupervision(builder.Configuration);
        builder.Services.AddChat(builder.Configuration);
        // What those do in the background needs the rest of the bot.
        builder.Services.AddSingleton(DispatchProxy.Create<Orleans.IGrainFactory, NoGrains>());
        var directory = builder.Services.Single(service => service.ImplementationType?.Name == "DirectoryStartup");
        builder.Services.RemoveAll<IHostedService>();
        builder.Services.AddStorage(builder.Configuration);
        builder.Services.Add(directory);
        if (settings.Contains(WithoutPurge))
        {
            builder.Services.Remove(builder.Services.Single(service => service.ImplementationType == typeof(Purge)));
        }

        var host = builder.Build();
        try
        {
            await host.StartAsync().WaitAsync(Limit);
            return new StorageHost(host, host.Services.GetFakeLogCollector());
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_isGone)
        {
            _isGone = true;
            await _host.StopAsync();
            _host.Dispose();
        }
    }
}
