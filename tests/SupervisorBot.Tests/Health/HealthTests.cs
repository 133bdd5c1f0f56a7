using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SupervisorBot.Hosting;
using SupervisorBot.Tests.Running;

namespace SupervisorBot.Tests.Health;

/// <summary>What a load balancer and a service manager are told.</summary>
public sealed class HealthTests
{
    [Fact]
    public async Task Ready_from_the_end_of_the_start_to_the_beginning_of_the_stop()
    {
        Witness witness = new();
        await using var app = BotHost.Build(["--environment=Development", "--urls=http://127.0.0.1:0"], builder =>
        {
            builder.Configuration.AddInMemoryCollection(LeastSettings.All());
            builder.Logging.ClearProviders();
            builder.Services.AddHostedService(provider => witness.With(provider.GetRequiredService<IServer>()));
        });

        await app.StartAsync(TestContext.Current.CancellationToken);
        var running = await witness.LookAsync();
        await app.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), witness.Starting);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), running);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable), witness.Stopping);
    }

    /// <summary>Asks when the server listens already but the start has not ended, and again when the stop has begun.</summary>
    private sealed class Witness : IHostedLifecycleService
    {
        private IServer _server = null!;

        public (HttpStatusCode Live, HttpStatusCode Ready) Starting { get; private set; }

        public (HttpStatusCode Live, HttpStatusCode Ready) Stopping { get; private set; }

        public Witness With(IServer server)
        {
            _server = server;
            return this;
        }

        public async Task<(HttpStatusCode Live, HttpStatusCode Ready)> LookAsync()
        {
            using HttpClient http = new();
            var address = new Uri(_server.Features.Get<IServerAddressesFeature>()!.Addresses.First());
            using var live = await http.GetAsync(new Uri(address, "healthz/live"));
            using var ready = await http.GetAsync(new Uri(address, "healthz/ready"));
            return (live.StatusCode, ready.StatusCode);
        }

        public async Task StartedAsync(CancellationToken cancellationToken) => Starting = await LookAsync();

        public async Task StoppingAsync(CancellationToken cancellationToken) => Stopping = await LookAsync();

        public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
