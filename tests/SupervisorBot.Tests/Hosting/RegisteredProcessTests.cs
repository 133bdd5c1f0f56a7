using System.Net;
using SupervisorBot.ConnectorSimulator.Chats;
using SupervisorBot.ConnectorSimulator.Identity;
using SupervisorBot.ConnectorSimulator.Recording;
using SupervisorBot.GatewaySimulator;
using SupervisorBot.Tests.Running;

namespace SupervisorBot.Tests.Hosting;

/// <summary>The bot as a process with a registration, whose identity services have certificates of a private authority.</summary>
public sealed class RegisteredProcessTests
{
    private const string AppId = "22222222-2222-4222-8222-222222222222";
    private const string Tenant = "11111111-1111-4111-8111-111111111111";
    private const string OtherTenant = "99999999-9999-4999-8999-999999999999";
    private const string Secret = "s3cret-of-the-registration";

    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_signed_activity_is_answered_with_a_token_of_the_login_service_and_an_unsigned_one_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps its trusted authorities elsewhere.");
        var stop = TestContext.Current.CancellationToken;
        await using var site = await Site.StartAsync(stop);
        var unsigned = site.Chat(null);
        var forged = site.Chat(() => $"Bearer {site.Identity.ChannelToken(OtherTenant, site.Connector.ServiceUrl.ToString())}");
        var signed = site.Chat(site.Signed);

        Assert.Equal(401, (await unsigned.SayAsync("/signin", stop)).Status);
        Assert.Equal(401, (await forged.SayAsync("/signin", stop)).Status);
        Assert.Empty(site.Connector.Calls);
        Assert.Empty(site.Identity.TokenRequests);

        Assert.Equal(200, (await signed.SayAsync("/signin", stop)).Status);
        await signed.WaitForTextAsync("✔ Signed in", s_limit);

        var login = Assert.Single(site.Identity.TokenRequests);
        Assert.Equal(($"/{Tenant}/oauth2/v2.0/token", AppId, Secret), (login.Path, login.Form["client_id"], login.Form["client_secret"]));
        Assert.All(site.Connector.Calls, call => Assert.Equal($"Bearer {login.Token}", call.Headers["Authorization"]));
        Assert.Contains("An activity was refused with 401: NoToken.", site.Bot.Output, StringComparison.Ordinal);
        Assert.Contains("An activity was refused with 401: Audience.", site.Bot.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, site.Bot.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(login.Token!, site.Bot.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("eyJ", site.Bot.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signed_activity_of_another_tenant_does_nothing_even_in_the_name_of_an_inspector()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps its trusted authorities elsewhere.");
        var stop = TestContext.Current.CancellationToken;
        await using var site = await Site.StartAsync(stop);
        var chat = site.Chat(site.Signed);
        var foreign = (await site.Chat(null).SayAsync("/signin", stop)).Activity;
        foreign["id"] = "of-another-tenant";
        foreign["conversation"]!["tenantId"] = OtherTenant;
        var contradictory = foreign.DeepClone().AsObject();
        foreign["channelData"] = new System.Text.Json.Nodes.JsonObject { ["tenant"] = new System.Text.Json.Nodes.JsonObject { ["id"] = OtherTenant } };
        contradictory["channelData"] = new System.Text.Json.Nodes.JsonObject { ["tenant"] = new System.Text.Json.Nodes.JsonObject { ["id"] = Tenant } };

        Assert.Equal((int)HttpStatusCode.Forbidden, (await chat.SendAsync(contradictory, stop)).Status);
        Assert.Equal((int)HttpStatusCode.OK, (await chat.SendAsync(foreign, stop)).Status);
        await chat.WaitForTextAsync("organisation is not allowed", s_limit);

        Assert.Single(site.Connector.Calls);
        Assert.Empty(site.Gateway.RequestLog.Snapshot());
    }

    /// <summary>The bot and everything around it.</summary>
    private sealed class Site : IAsyncDisposable
    {
        private readonly string _trusted = Path.GetTempFileName();
        private readonly string _gatewayAuthority = Path.GetTempFileName();

        public required GatewaySimulatorHost Gateway { get; init; }

        public required IdentityProvider Identity { get; init; }

        public required RecordingConnector Connector { get; init; }

        public BotProcess Bot { get; private set; } = null!;

        private Uri Endpoint { get; set; } = null!;

        public static async Task<Site> StartAsync(CancellationToken stop)
        {
            var certificate = Path.GetTempFileName();
            Site site = new()
            {
                Gateway = await GatewaySimulatorHost.StartAsync(
                    new SimulatorOptions { Port = 0, AdminPort = 0, AutonomousLife = false, CertificateFile = certificate }, null, stop),
                Identity = await IdentityProvider.StartAsync(stop),
                Connector = await RecordingConnector.StartAsync(stop),
            };
            File.Move(certificate, site._gatewayAuthority, overwrite: true);
            await File.WriteAllTextAsync(site._trusted, site.Identity.AuthorityPem, stop);
            site.Identity.Secret = Secret;
            site.Bot = new BotProcess(LeastSettings.AsEnvironment(
                ("SSL_CERT_FILE", site._trusted),
                ("Gateway__BaseAddress", site.Gateway.BaseAddress.ToString()),
                ("Gateway__TrustedCertificates", site._gatewayAuthority),
                ("Inspectors__0__Password", site.Gateway.Options.InspectorPassword),
                ("Teams__AllowedTenants__0", Tenant),
                ("MicrosoftAppType", "SingleTenant"),
                ("MicrosoftAppId", AppId),
                ("MicrosoftAppTenantId", Tenant),
                ("MicrosoftAppPassword", Secret),
                ("BotFramework__OpenIdMetadata", site.Identity.OpenIdMetadata),
                ("BotFramework__Issuer", site.Identity.Issuer),
                ("BotFramework__LoginAuthority", site.Identity.Address),
                ("BotFramework__AllowedServiceHosts__0", "127.0.0.1"),
                ("BotFramework__KeyReadLimit", "00:01:00"),
                ("BotFramework__TokenLimit", "00:01:00")));
            site.Endpoint = new Uri(await site.Bot.ReadyAsync(), "api/messages");
            return site;
        }

        /// <summary>The inspector's personal chat, through a channel that signs in a given way.</summary>
        public ChatClient Chat(Func<string>? authorization)
        {
            var alex = new ChatUser("29:alex", "Alex Wilber", LeastSettings.AlexId);
            return new ChatClient(Endpoint, Connector, alex, ChatConversation.Personal(Connector.PersonalChatOf(alex.Id))) { Authorization = authorization };
        }

        public string Signed() => $"Bearer {Identity.ChannelToken(AppId, Connector.ServiceUrl.ToString())}";

        public async ValueTask DisposeAsync()
        {
            await Bot.DisposeAsync();
            await Gateway.DisposeAsync();
            await Identity.DisposeAsync();
            await Connector.DisposeAsync();
            File.Delete(_trusted);
            File.Delete(_gatewayAuthority);
        }
    }
}
