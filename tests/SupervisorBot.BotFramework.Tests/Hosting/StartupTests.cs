using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SupervisorBot.BotFramework.Tests.Endpoint;

namespace SupervisorBot.BotFramework.Tests.Hosting;

public sealed class StartupTests
{
    private static readonly Dictionary<string, string?> s_registered = new()
    {
        ["MicrosoftAppType"] = "SingleTenant",
        ["MicrosoftAppId"] = "22222222-2222-4222-8222-222222222222",
        ["MicrosoftAppPassword"] = "s3cret",
        ["MicrosoftAppTenantId"] = "11111111-1111-4111-8111-111111111111",
    };

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public async Task Without_an_app_id_the_bot_starts_in_no_other_environment_than_Development(string environment)
    {
        await using WebApplication app = EdgeBot.Build(StatusTests.Nothing, environment: environment);

        OptionsValidationException e = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync());

        Assert.Contains("MicrosoftAppId is missing", e.Message, StringComparison.Ordinal);
        Assert.Contains(environment, e.Message, StringComparison.Ordinal);
        Assert.All(["MicrosoftAppPassword", "MicrosoftAppType", "MicrosoftAppTenantId"], name => Assert.Contains(name, e.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://[::]:0")]
    [InlineData("http://*:0")]
    [InlineData("http://127.0.0.1:0;http://0.0.0.0:0")]
    public async Task Without_an_app_id_the_bot_does_not_start_on_other_addresses_than_loopback(string urls)
    {
        await using WebApplication app = EdgeBot.Build(StatusTests.Nothing, urls: urls);

        OptionsValidationException e = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync());

        Assert.Contains("not this machine alone", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_served_before_the_addresses_are_checked()
    {
        Early early = new();
        await using WebApplication app = EdgeBot.Build(
            StatusTests.Nothing, configure: s => s.Insert(0, ServiceDescriptor.Singleton<IHostedService>(provider => early.With(provider.GetRequiredService<IServer>()))));

        await app.StartAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, early.Answer);
    }

    [Theory]
    [InlineData("MicrosoftAppPassword", "")]
    [InlineData("MicrosoftAppTenantId", "")]
    [InlineData("MicrosoftAppId", "bot")]
    [InlineData("MicrosoftAppCertificatePath", "/no/such/file.pem")]
    [InlineData("MicrosoftAppFederatedTokenFile", "/no/such/file")]
    [InlineData("MicrosoftAppManagedIdentityClientId", "33333333-3333-4333-8333-333333333333")]
    [InlineData("BotFramework:OpenIdMetadata", "http://login.botframework.com/v1/.well-known/openidconfiguration")]
    [InlineData("BotFramework:OpenIdMetadata", "login.botframework.com")]
    [InlineData("BotFramework:LoginAuthority", "http://login.microsoftonline.com")]
    [InlineData("BotFramework:LoginAuthority", "https://user@login.microsoftonline.com")]
    [InlineData("BotFramework:AllowedServiceHosts:0", "*")]
    [InlineData("BotFramework:AllowedServiceHosts:0", "*.net")]
    [InlineData("BotFramework:AllowedServiceHosts:0", "https://smba.trafficmanager.net")]
    [InlineData("BotFramework:KeyMaximumAge", "00:30:00")]
    [InlineData("BotFramework:TokenLimit", "00:02:00")]
    [InlineData("BotFramework:Cloud", "7")]
    [InlineData("MicrosoftAppType", "Whatever")]
    [InlineData("BotFramework:InvokeLimit", "00:01:00")]
    [InlineData("BotFramework:ConnectorAttempts", "0")]
    [InlineData("BotFramework:HoldLimit", "00:00:01")]
    public async Task A_wrong_or_missing_setting_is_named(string name, string value)
    {
        Dictionary<string, string?> settings = new(s_registered) { [name] = value };
        await using WebApplication app = EdgeBot.Build(StatusTests.Nothing, settings);

        OptionsValidationException e = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync());

        Assert.Contains(name.Replace(":0", "", StringComparison.Ordinal).Split(':')[^1], e.Message, StringComparison.Ordinal);
    }

    /// <summary>Posts as soon as the server listens, ahead of the check.</summary>
    private sealed class Early : IHostedLifecycleService
    {
        private IServer? _server;

        public HttpStatusCode? Answer { get; private set; }

        public Early With(IServer server)
        {
            _server = server;
            return this;
        }

        public async Task StartedAsync(CancellationToken cancellationToken)
        {
            using HttpClient http = new();
            using StringContent body = new(Recorded.Text("personal.message.json"), new MediaTypeHeaderValue("application/json"));
            string address = _server!.Features.Get<IServerAddressesFeature>()!.Addresses.First();
            using HttpResponseMessage answer = await http.PostAsync(new Uri(address + "/api/messages"), body, cancellationToken);
            Answer = answer.StatusCode;
        }

        public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
