using Microsoft.Extensions.Options;
using SupervisorBot.Storage.Audit;

namespace SupervisorBot.Storage.Tests.Audit;

/// <summary>Which keys are taken, and what is said of others.</summary>
public sealed class AuditKeyTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", "Audit:Key is missing")]
    [InlineData("c2hvcnQ=", "Audit:Key is no key")]
    [InlineData("no base64, and long enough that it could be one", "Audit:Key is no key")]
    public async Task Outside_Development_a_key_of_32_bytes_is_needed(string key, string words)
    {
        await using var database = await TestDatabase.CreateAsync(TestDatabase.Sqlite);

        var refused = await Assert.ThrowsAsync<OptionsValidationException>(() => database.StartAsync(null, ("Audit:Key", key)));

        var sentence = Assert.Single(refused.Failures);
        Assert.StartsWith(words, sentence, StringComparison.Ordinal);
        Assert.Contains("openssl rand -base64 32", sentence, StringComparison.Ordinal);
        Assert.False(key.Length > 0 && sentence.Contains(key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_holds_the_key_and_those_before_it()
    {
        var (current, earlier) = (AuditKey.Make(), AuditKey.Make());
        var path = Path.Combine(_folder.Path, "keys");
        await File.WriteAllTextAsync(path, $"{current}\n\n  {earlier}\r\n", TestContext.Current.CancellationToken);

        var problems = AuditKeySource.Find(new AuditOptions { KeyFile = path }, out var key, out var retired);

        Assert.Empty(problems);
        Assert.Equal(Convert.FromBase64String(current), key?.Secret);
        Assert.Equal(Convert.FromBase64String(earlier), Assert.Single(retired).Secret);
        Assert.NotEqual(key!.Id, retired[0].Id);
    }

    [Fact]
    public void A_key_and_a_file_are_not_taken_together_and_a_file_has_to_be_there()
    {
        var both = AuditKeySource.Find(new AuditOptions { Key = AuditKey.Make(), KeyFile = "/nowhere" }, out _, out _);
        var missing = AuditKeySource.Find(new AuditOptions { KeyFile = "/nowhere" }, out _, out _);

        Assert.Contains("are both set", Assert.Single(both), StringComparison.Ordinal);
        Assert.Contains("does not exist", Assert.Single(missing), StringComparison.Ordinal);
    }

    [Fact]
    public void In_Development_a_key_is_made_once_and_for_its_owner_alone()
    {
        var path = Path.Combine(_folder.Path, "supervisor.db.audit-key");

        Assert.Equal(path, new DevelopmentKey(path, MayMake: false).Ensure());
        Assert.False(File.Exists(path));
        new DevelopmentKey(path, MayMake: true).Ensure();
        var made = File.ReadAllText(path);
        new DevelopmentKey(path, MayMake: true).Ensure();

        Assert.Equal(made, File.ReadAllText(path));
        Assert.Empty(AuditKeySource.Find(new AuditOptions { KeyFile = path }, out var key, out _));
        Assert.NotNull(key);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        }
    }
}
