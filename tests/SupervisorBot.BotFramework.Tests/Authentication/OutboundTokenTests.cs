using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SupervisorBot.BotFramework.Channel;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.ConnectorSimulator.Identity;
using SupervisorBot.ConnectorSimulator.Recording;

namespace SupervisorBot.BotFramework.Tests.Authentication;

/// <summary>The bot's own token: how it is asked for at the login service, and that it comes to the connector and nowhere else.</summary>
public sealed class OutboundTokenTests
{
    private const string Identity = "33333333-3333-4333-8333-333333333333";

    [Theory]
    [InlineData("SingleTenant", RegisteredBot.Tenant)]
    [InlineData("MultiTenant", "botframework.com")]
    public async Task A_secret_is_shown_to_the_login_service_of_the_registrations_tenant(string type, string tenant)
    {
        await using RegisteredBot bot = await RegisteredBot.StartAsync(
            new() { ["MicrosoftAppType"] = type }, prepare: provider => provider.Secret = RegisteredBot.Secret);

        await SendAsync(bot);
        await SendAsync(bot);

        TokenRequest asked = Assert.Single(bot.Provider.TokenRequests);
        Assert.Equal($"/{tenant}/oauth2/v2.0/token", asked.Path);
        Assert.Equal(
            ("client_credentials", RegisteredBot.AppId, RegisteredBot.Secret, "https://api.botframework.com/.default"),
            (asked.Form["grant_type"], asked.Form["client_id"], asked.Form["client_secret"], asked.Form["scope"]));
        Assert.All(Tokens(bot), token => Assert.Equal($"Bearer {asked.Token}", token));
        Assert.Equal(2, Tokens(bot).Count);
        ThrowIfTold(bot, asked.Token!);
    }

    [Theory]
    [InlineData("pem")]
    [InlineData("encrypted pem")]
    [InlineData("pfx")]
    public async Task A_certificate_signs_the_request_and_a_renewed_one_is_used_without_a_restart(string form)
    {
        using TempFile file = new();
        using X509Certificate2 first = Write(form, file.Path);
        await using RegisteredBot bot = await RegisteredBot.StartAsync(new()
        {
            ["MicrosoftAppPassword"] = null,
            ["MicrosoftAppCertificatePath"] = file.Path,
            ["MicrosoftAppCertificatePassword"] = form == "pem" ? null : "p4ss-of-the-key",
        });

        await SendAsync(bot);
        TokenRequest asked = Assert.Single(bot.Provider.TokenRequests);
        Assert.True(IsSignedBy(first, asked.Form["client_assertion"]));
        Assert.False(asked.Form.ContainsKey("client_secret"));

        using X509Certificate2 second = Write(form, file.Path);
        bot.Bot.Connector.Plot(ConnectorFault.Refuse(401));
        await SendAsync(bot);
        Assert.True(IsSignedBy(second, bot.Provider.TokenRequests[1].Form["client_assertion"]));
        Assert.DoesNotContain(bot.LogLines, line => line.Contains("p4ss-of-the-key", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_file_proves_a_federated_registration_and_is_read_each_time()
    {
        using TempFile file = new();
        await File.WriteAllTextAsync(file.Path, "platform-token-1\n");
        await using RegisteredBot bot = await RegisteredBot.StartAsync(new() { ["MicrosoftAppPassword"] = null, ["MicrosoftAppFederatedTokenFile"] = file.Path });

        await SendAsync(bot);
        await File.WriteAllTextAsync(file.Path, "platform-token-2\n");
        bot.Bot.Connector.Plot(ConnectorFault.Refuse(401));
        await SendAsync(bot);

        Assert.Equal(["platform-token-1", "platform-token-2"], bot.Provider.TokenRequests.Select(request => request.Form["client_assertion"]));
        Assert.All(bot.Provider.TokenRequests, request => Assert.Equal("urn:ietf:params:oauth:client-assertion-type:jwt-bearer", request.Form["client_assertion_type"]));
        ThrowIfTold(bot, "platform-token");
    }

    [Fact]
    public async Task A_managed_identity_gives_the_token_itself_or_proves_a_federated_registration()
    {
        await using RegisteredBot itself = await RegisteredBot.StartAsync(new() { ["MicrosoftAppType"] = "UserAssignedMSI", ["MicrosoftAppPassword"] = null });
        using (AppService.Of(itself.Provider))
        {
            await SendAsync(itself);
        }

        TokenRequest asked = Assert.Single(itself.Provider.TokenRequests);
        Assert.Equal(("/msi/token", RegisteredBot.AppId, "https://api.botframework.com"), (asked.Path, asked.Form["client_id"], asked.Form["resource"]));
        Assert.Equal($"Bearer {asked.Token}", Assert.Single(Tokens(itself)));

        await using RegisteredBot federated = await RegisteredBot.StartAsync(new() { ["MicrosoftAppPassword"] = null, ["MicrosoftAppManagedIdentityClientId"] = Identity });
        using (AppService.Of(federated.Provider))
        {
            await SendAsync(federated);
        }

        TokenRequest proof = federated.Provider.TokenRequests[0];
        TokenRequest login = federated.Provider.TokenRequests[1];
        Assert.Equal(("/msi/token", Identity, "api://AzureADTokenExchange"), (proof.Path, proof.Form["client_id"], proof.Form["resource"]));
        Assert.Equal((RegisteredBot.AppId, proof.Token), (login.Form["client_id"], login.Form["client_assertion"]));
        Assert.Equal($"Bearer {login.Token}", Assert.Single(Tokens(federated)));
    }

    [Fact]
    public async Task A_call_that_the_connector_refuses_with_401_is_made_once_more_with_a_new_token()
    {
        await using RegisteredBot bot = await RegisteredBot.StartAsync();
        await SendAsync(bot);
        bot.Bot.Connector.Plot(ConnectorFault.Refuse(401));

        await SendAsync(bot);

        string[] issued = [.. bot.Provider.TokenRequests.Select(request => $"Bearer {request.Token}")];
        Assert.Equal([issued[0], issued[0], issued[1]], Tokens(bot));
        Assert.Equal(2, bot.Bot.Connector.Calls.Count(call => call.DidDuty));
    }

    [Fact]
    public async Task A_connector_that_refuses_every_token_does_not_make_the_bot_log_in_for_each_call()
    {
        await using RegisteredBot bot = await RegisteredBot.StartAsync();
        bot.Bot.Connector.Plot(ConnectorFault.Refuse(401), times: 100);

        for (int i = 0; i < 5; i++)
        {
            ChannelException e = await Assert.ThrowsAsync<ChannelException>(() => SendAsync(bot));
            Assert.Equal((ChannelFailure.Unauthorized, (int?)401), (e.Kind, e.Status));
        }

        Assert.Equal(2, bot.Provider.TokenRequests.Count);
        Assert.Equal(6, bot.Bot.Connector.Calls.Count);
    }

    [Fact]
    public async Task A_wrong_secret_is_told_by_its_code_alone_and_nothing_is_sent()
    {
        await using RegisteredBot bot = await RegisteredBot.StartAsync(prepare: provider => provider.Secret = "another");

        ChannelException e = await Assert.ThrowsAsync<ChannelException>(() => SendAsync(bot));

        Assert.Equal((ChannelFailure.Unauthorized, "NoToken"), (e.Kind, e.Code));
        Assert.Contains("The login service gave no token for the connector: invalid_client HTTP 401 AADSTS7000215.", bot.OwnLogLines);
        Assert.Empty(bot.Bot.Connector.Calls);
        Assert.DoesNotContain(RegisteredBot.Secret, e.ToString(), StringComparison.Ordinal);
        ThrowIfTold(bot, RegisteredBot.Secret);
    }

    [Fact]
    public async Task An_authority_that_the_system_does_not_trust_gets_no_secret()
    {
        await using RegisteredBot bot = await RegisteredBot.StartAsync(configure: services => services
            .AddHttpClient(BotFramework.Authentication.IdentityHttp.ClientName)
            .ConfigurePrimaryHttpMessageHandler(BotFramework.Authentication.IdentityHttp.Handler));

        await Assert.ThrowsAsync<ChannelException>(() => SendAsync(bot));

        Assert.Empty(bot.Provider.TokenRequests);
        Assert.Equal(401, (await bot.PostAsync(bot.Message(), $"Bearer {Forged.Good(bot)}")).Status);
    }

    [Fact]
    public async Task An_accepted_message_is_answered_with_the_token()
    {
        await using RegisteredBot bot = await RegisteredBot.StartAsync();
        JsonObject activity = bot.Message();
        activity["text"] = "answer";

        Assert.Equal(200, (await bot.PostAsync(activity, $"Bearer {Forged.Good(bot)}")).Status);

        ConnectorCall call = await bot.Bot.Connector.WaitForAsync(c => c.Text == "the answer", TimeSpan.FromSeconds(60));
        Assert.Equal($"Bearer {Assert.Single(bot.Provider.TokenRequests).Token}", call.Headers["Authorization"]);
    }

    private static Task<SentActivity> SendAsync(RegisteredBot bot) => bot.Bot.Services.GetRequiredService<IChannel>().SendAsync(
        new ConversationReference(bot.ServiceUrl, "msteams", "a:1personal", "personal", RegisteredBot.Tenant, new ChannelAccount("28:bot", "Bot")),
        Activity.Message("x"),
        CancellationToken.None);

    private static List<string> Tokens(RegisteredBot bot) => [.. bot.Bot.Connector.Calls.Select(call => call.Headers["Authorization"])];

    private static void ThrowIfTold(RegisteredBot bot, string secret)
    {
        Assert.NotEmpty(bot.LogLines);
        Assert.DoesNotContain(bot.LogLines, line => line.Contains(secret, StringComparison.Ordinal) || line.Contains(RegisteredBot.Secret, StringComparison.Ordinal));
    }

    private static X509Certificate2 Write(string form, string path)
    {
        using RSA key = RSA.Create(2048);
        X509Certificate2 certificate = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        PbeParameters encryption = new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000);
        File.WriteAllBytes(path, form switch
        {
            "pem" => System.Text.Encoding.ASCII.GetBytes($"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n"),
            "encrypted pem" => System.Text.Encoding.ASCII.GetBytes(
                $"{certificate.ExportCertificatePem()}\n{key.ExportEncryptedPkcs8PrivateKeyPem("p4ss-of-the-key", encryption)}\n"),
            _ => certificate.Export(X509ContentType.Pkcs12, "p4ss-of-the-key"),
        });
        return certificate;
    }

    private static bool IsSignedBy(X509Certificate2 certificate, string assertion)
    {
        using RSA key = certificate.GetRSAPublicKey()!;
        string[] parts = assertion.Split('.');
        byte[] data = System.Text.Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}");
        byte[] signature = Base64Url.DecodeFromChars(parts[2]);
        return key.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            || key.VerifyData(data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
    }

    private sealed class TempFile : IDisposable
    {
        public string Path { get; } = System.IO.Path.GetTempFileName();

        public void Dispose() => File.Delete(Path);
    }

    /// <summary>The environment in which App Service tells where its managed identities are.</summary>
    private sealed class AppService : IDisposable
    {
        private static readonly string[] s_names = ["IDENTITY_ENDPOINT", "IDENTITY_HEADER"];

        public static AppService Of(IdentityProvider provider)
        {
            Environment.SetEnvironmentVariable(s_names[0], $"{provider.Address}/msi/token");
            Environment.SetEnvironmentVariable(s_names[1], "some-header");
            return new AppService();
        }

        public void Dispose()
        {
            foreach (string name in s_names)
            {
                Environment.SetEnvironmentVariable(name, null);
            }
        }
    }
}
