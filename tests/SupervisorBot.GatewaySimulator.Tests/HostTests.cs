using System.ComponentModel.DataAnnotations;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace SupervisorBot.GatewaySimulator.Tests;

public sealed class HostTests
{
    [Fact]
    public async Task Only_the_certificate_of_the_run_is_trusted()
    {
        await using var gateway = await Gateway.StartAsync();
        await using var other = await Gateway.StartAsync();
        using var client = new HttpClient(Gateway.TrustOnly(other.Host.CertificatePem));

        var refused = await Assert.ThrowsAsync<HttpRequestException>(
            () => client.GetAsync(gateway.Host.BaseAddress, TestContext.Current.CancellationToken));

        Assert.IsType<AuthenticationException>(refused.InnerException);
        Assert.DoesNotContain("PRIVATE", gateway.Host.CertificatePem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_certificate_can_be_written_to_a_file()
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            await using var gateway = await Gateway.StartAsync(options => options.CertificateFile = file);
            Assert.Equal(gateway.Host.CertificatePem, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_path_prefix_of_ones_own_is_served()
    {
        await using var gateway = await Gateway.StartAsync(options => options.PathPrefix = "/site/a");

        Assert.Equal("/site/a/", gateway.Host.BaseAddress.AbsolutePath);
        Assert.Equal("0", (await gateway.TrySignInAsync(1001)).RetCode);
    }

    [Fact]
    public async Task Wrong_options_are_refused()
    {
        await Assert.ThrowsAsync<ValidationException>(() => Gateway.StartAsync(options => options.AuthMode = 3));
        await Assert.ThrowsAsync<ArgumentException>(() => Gateway.StartAsync(options => options.GuidTimeout = options.GuidInterval));
        await Assert.ThrowsAsync<ArgumentException>(() => Gateway.StartAsync(options => options.Inspectors.Add(new SimulatedInspector { AgentId = 5 })));
        await Assert.ThrowsAsync<ArgumentException>(() => Gateway.StartAsync(options => options.ListenAddress = "nowhere"));
    }

    [Fact]
    public async Task A_taken_port_is_said_to_be_taken()
    {
        await using var gateway = await Gateway.StartAsync();

        await Assert.ThrowsAsync<IOException>(() => Gateway.StartAsync(options => options.Port = gateway.Host.BaseAddress.Port));
    }

    [Theory]
    [InlineData(ServedCertificate.Expired)]
    [InlineData(ServedCertificate.UnknownAuthority)]
    [InlineData(ServedCertificate.OtherHost)]
    public async Task New_connections_can_be_shown_a_certificate_that_no_client_may_accept(ServedCertificate which)
    {
        await using var gateway = await Gateway.StartAsync();
        await gateway.TrySignInAsync(1002);
        gateway.Host.Serve(which);
        gateway.Host.Nodes[0].CutConnections();
        await Eventually.HoldsAsync(() => gateway.Host.Nodes[0].Connections == 0);

        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => gateway.TrySignInAsync(1001));

        Assert.IsType<AuthenticationException>(refused.InnerException);
        gateway.Host.Serve(ServedCertificate.Usual);
        Assert.Equal("0", (await gateway.TrySignInAsync(1001)).RetCode);
    }

    [Fact]
    public async Task New_connections_can_be_shown_a_certificate_of_ones_own()
    {
        await using var gateway = await Gateway.StartAsync();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var own = new CertificateRequest("CN=mine", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        gateway.Host.Serve(own);
        string? seen = null;
        using var curious = new HttpClient(new HttpClientHandler { ServerCertificateCustomValidationCallback = (_, shown, _, _) => (seen = shown?.Subject) is not null });

        await curious.GetAsync(gateway.Host.BaseAddress, TestContext.Current.CancellationToken);

        Assert.Equal("CN=mine", seen);
    }
}
