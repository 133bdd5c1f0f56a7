using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using SupervisorBot.Tests.Running;

namespace SupervisorBot.Tests.Auditing;

/// <summary>The audit's verbs as an operator runs them: processes of their own, beside the running bot.</summary>
public sealed partial class AuditVerbsTests : IDisposable
{
    private const string Stranger = "bbbbbbbb-0000-4000-8000-000000000099";

    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("supervisorbot-audit-");

    private string Database => Path.Combine(_folder.FullName, "supervisor.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_audit_of_a_running_bot_is_verified_and_exported_and_a_change_of_it_is_named()
    {
        string head;
        await using (BotProcess bot = new(Environment()))
        {
            var address = await bot.ReadyAsync();
            await RefuseSomebodyAsync(address);
            var whole = await UntilAsync(text => text.Contains("Rows in order: 1 (1 to 1)", StringComparison.Ordinal));
            Assert.Contains("The audit is whole.", whole, StringComparison.Ordinal);
            await bot.TerminateAsync();
            Assert.Equal(0, await bot.ExitCodeAsync());
            head = Told().Matches(bot.Output)[^1].Groups[1].Value;
        }

        Assert.Equal(0, await RunAsync("verify-audit", "--head", head));
        Assert.Equal(0, await RunAsync("export-audit", "--from=2020-01-01T00:00:00Z"));
        using (var line = JsonDocument.Parse(_output.Trim()))
        {
            var entry = line.RootElement.GetProperty("entry");
            Assert.Equal(("Message", "Refused", "NotListed"), (Text(entry, "act"), Text(entry, "stage"), Text(entry, "detail")));
            Assert.Equal(Stranger, Text(entry.GetProperty("actor"), "objectId"));
        }

        Assert.Equal(0, await RunAsync("export-audit", "--to", "2020-01-01"));
        Assert.Equal("", _output.Trim());
        Assert.Equal(1, await RunAsync("verify-audit", $"--head=2:{new string('a', 64)}"));
        Assert.Contains("Row 2 at the end is missing", _output, StringComparison.Ordinal);

        Meddle("DROP TRIGGER audit_keeps; UPDATE audit SET document = REPLACE(document, 'NotListed', 'ForeignTenant')");
        Assert.Equal(1, await RunAsync("verify-audit"));
        Assert.Contains("The audit is broken. Row 1 was altered", _output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verify-audit", "--haed", "1:2")]
    [InlineData("verify-audit", "--head")]
    [InlineData("verify-audit", "--head", "1:2")]
    [InlineData("verify-audit", "now")]
    [InlineData("export-audit", "--head", "1:2")]
    [InlineData("export-audit", "--from", "yesterday")]
    public async Task What_is_not_understood_is_answered_with_the_usage(params string[] arguments)
    {
        Assert.Equal(1, await RunAsync(arguments));

        Assert.StartsWith($"Usage: SupervisorBot {arguments[0]} ", _output, StringComparison.Ordinal);
        Assert.False(File.Exists(Database));
    }

    [Fact]
    public async Task Where_there_is_no_database_none_is_made()
    {
        await File.WriteAllTextAsync($"{Database}.audit-key", Convert.ToBase64String(new byte[32]), TestContext.Current.CancellationToken);

        Assert.Equal(1, await RunAsync("verify-audit"));

        Assert.Contains("ConnectionStrings:Supervisor names a file that is not there", _output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", _output, StringComparison.Ordinal);
        Assert.False(File.Exists(Database));
    }

    [Fact]
    public async Task Without_the_key_nothing_is_verified_and_none_is_made()
    {
        Assert.Equal(1, await RunAsync("verify-audit"));

        Assert.Contains("Audit:KeyFile names", _output, StringComparison.Ordinal);
        Assert.Empty(_folder.GetFiles());
    }

    private string _output = "";

    private (string Name, string Value)[] Environment() => LeastSettings.AsEnvironment(
        ("Database__Provider", "Sqlite"), ("ConnectionStrings__Supervisor", $"Data Source={Database}"));

    private async Task<int> RunAsync(params string[] arguments)
    {
        await using BotProcess process = new(arguments, Environment());
        var code = await process.ExitCodeAsync();
        _output = process.Output;
        return code;
    }

    private async Task<string> UntilAsync(Func<string, bool> condition)
    {
        using CancellationTokenSource limit = new(s_limit);
        while (await RunAsync("verify-audit") != 0 || !condition(_output))
        {
            Assert.False(limit.IsCancellationRequested, _output);
        }

        return _output;
    }

    /// <summary>Somebody who is no inspector writes to the bot; nobody listens where it would answer.</summary>
    private static async Task RefuseSomebodyAsync(Uri address)
    {
        using HttpClient http = new();
        using StringContent message = new(
            $$"""
            {
              "type": "message", "id": "1", "channelId": "msteams", "serviceUrl": "http://127.0.0.1:9/", "text": "/status",
              "from": { "id": "29:stranger", "name": "Some Stranger", "aadObjectId": "{{Stranger}}" },
              "recipient": { "id": "28:bot" },
              "conversation": { "id": "a:personal", "conversationType": "personal", "tenantId": "11111111-1111-4111-8111-111111111111" }
            }
            """,
            Encoding.UTF8,
            "application/json");
        using var answer = await http.PostAsync(new Uri(address, "api/messages"), message, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, answer.StatusCode.ToString());
    }

    private void Meddle(string sql)
    {
        using SqliteConnection connection = new($"Data Source={Database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The test's own statement.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    [GeneratedRegex(@"The audit's head is (\S+)\.")]
    private static partial Regex Told();
}
