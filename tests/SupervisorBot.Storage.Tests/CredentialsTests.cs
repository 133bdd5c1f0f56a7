using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using SupervisorBot.Supervision.Sessions.Stored;

namespace SupervisorBot.Storage.Tests;

public sealed class CredentialsTests
{
    private const string Secret = "Guid=f0a1;JSESSIONID=very-secret";
    private const int Alex = Interceptions.Alex;

    public static TheoryData<string> Databases => [TestDatabase.Sqlite, TestDatabase.Postgres];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_stand_in_no_file_in_clear_text()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        var host = await database.StartAsync();
        await StoreAsync(host, Secret);

        Assert.Equal(Secret, await ReadAsync(host));
        Assert.False(database.Folder.HoldsText("very-secret"));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task They_are_forgotten_with_the_sign_out(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        var host = await database.StartAsync();
        await StoreAsync(host, Secret);
        await StoreAsync(host, null);

        Assert.Null(await ReadAsync(host));
        Assert.Equal(1, await database.CountAsync("sessions WHERE credentials IS NULL"));
    }

    [Theory]
    [MemberData(nameof(Databases))]
    public async Task Undecryptable_ones_are_left_out_and_the_session_stays(string provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider);
        await using (var before = await database.StartAsync())
        {
            await StoreAsync(before, Secret);
        }

        await database.AskAsync("DELETE FROM data_protection_keys");
        var host = await database.StartAsync();

        var stored = await host.Sessions.OpenAsync(Alex, "a", Stop);
        Assert.Equal(new SessionSnapshot(true, "{}", null), stored.Snapshot);
        var line = Assert.Single(host.Log.GetSnapshot(), line => line.Id.Id == 6003);
        Assert.DoesNotContain("secret", line.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Those_of_one_inspector_are_of_no_use_for_another()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        var host = await database.StartAsync();
        await StoreAsync(host, Secret);
        var other = await host.Sessions.OpenAsync(2002, "a", Stop);
        await host.Sessions.CommitAsync(new SessionCommit(2002, other.Epoch) { Session = new(true, "{}", "other") }, Stop);
        await database.AskAsync($"UPDATE sessions SET credentials = (SELECT credentials FROM sessions WHERE agent_id = {Alex}) WHERE agent_id = 2002");

        Assert.Null((await host.Sessions.OpenAsync(2002, "a", Stop)).Snapshot!.Credentials);
    }

    [Theory]
    [InlineData("pfx")]
    [InlineData("pem")]
    public async Task A_certificate_protects_the_keys_and_the_one_before_it_still_reads_them(string kind)
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        var first = Certificate(database.Folder, "first", kind);
        var second = Certificate(database.Folder, "second", kind);
        await using (var host = await database.StartAsync(null, ("DataProtection:CertificatePath", first), ("DataProtection:CertificatePassword", "pass")))
        {
            await StoreAsync(host, Secret);
            Assert.DoesNotContain("masterKey", (string)(await database.AskAsync("SELECT xml FROM data_protection_keys"))!, StringComparison.Ordinal);
            Assert.DoesNotContain(host.Log.GetSnapshot(), line => line.Id.Id == 6007);
        }

        await using (var without = await database.StartAsync(null, ("DataProtection:CertificatePath", second), ("DataProtection:CertificatePassword", "pass")))
        {
            Assert.Null(await ReadAsync(without));
        }

        var after = await database.StartAsync(
            null,
            ("DataProtection:CertificatePath", second),
            ("DataProtection:CertificatePassword", "pass"),
            ("DataProtection:PreviousCertificatePath", first),
            ("DataProtection:PreviousCertificatePassword", "pass"));
        Assert.Equal(Secret, await ReadAsync(after));
    }

    [Fact]
    public async Task Without_a_certificate_production_warns_once()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        var host = await database.StartAsync();
        await StoreAsync(host, Secret);

        Assert.Single(host.Log.GetSnapshot(), line => line.Id.Id == 6007);
        Assert.Contains("masterKey", (string)(await database.AskAsync("SELECT xml FROM data_protection_keys"))!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_of_a_certificate_is_told_without_it()
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);
        var path = Certificate(database.Folder, "first", "pfx");

        var refused = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(
            () => database.StartAsync(null, ("DataProtection:CertificatePath", path), ("DataProtection:CertificatePassword", "wrong-one")));

        var failure = Assert.Single(refused.Failures);
        Assert.Contains(path, failure, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-one", failure, StringComparison.Ordinal);
    }

    private static string Certificate(TempFolder folder, string name, string kind)
    {
        using var key = RSA.Create(2048);
        using var certificate = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        var path = Path.Combine(folder.Path, $"{name}.{kind}");
        if (kind == "pfx")
        {
            File.WriteAllBytes(path, certificate.Export(X509ContentType.Pkcs12, "pass"));
        }
        else
        {
            var encrypted = key.ExportEncryptedPkcs8PrivateKeyPem("pass", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000));
            File.WriteAllText(path, $"{certificate.ExportCertificatePem()}\n{encrypted}\n");
        }

        return path;
    }

    private static async Task StoreAsync(StorageHost host, string? credentials)
    {
        var epoch = (await host.Sessions.OpenAsync(Alex, "a", Stop)).Epoch;
        Assert.Equal(
            CommitResult.Committed, await host.Sessions.CommitAsync(new SessionCommit(Alex, epoch) { Session = new(true, "{}", credentials) }, Stop));
    }

    private static async Task<string?> ReadAsync(StorageHost host) => (await host.Sessions.OpenAsync(Alex, "b", Stop)).Snapshot?.Credentials;
}
