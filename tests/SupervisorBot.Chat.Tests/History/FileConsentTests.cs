using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Chat.Tests.Bench;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Audit;

namespace SupervisorBot.Chat.Tests.History;

/// <summary>What a consent counts for, and what it does not. That the file arrives is shown end to end.</summary>
public sealed class FileConsentTests
{
    private const string SharePoint = "https://contoso-my.sharepoint.com/personal/olga/_api/v2.0/drive/items/01/uploadSession?guid=1";

    [Fact]
    public async Task The_button_asks_in_the_personal_chat_whether_the_file_may_be_saved()
    {
        await using var bench = new ChatBench();
        var asked = await AskAsync(bench);

        var attachment = Assert.Single(asked.Activity.Attachments!);
        Assert.Equal("application/vnd.microsoft.teams.card.file.consent", attachment.ContentType);
        Assert.Matches(@"^history-\d{8}-\d{8}-\d{6}\.csv$", attachment.Name);
        Assert.True(attachment.Content!["sizeInBytes"]!.GetValue<int>() > 100);
        Assert.NotEmpty(attachment.Content["description"]!.GetValue<string>());
        // Nobody can read out of it whose it is, or for what.
        Assert.DoesNotContain("aaaaaaaa", attachment.Content.ToJsonString(), StringComparison.Ordinal);
        Assert.True(Assert.Single(bench.History.Asked, ask => ask.Query.IsExport).Actor.AgentId == FakeDesk.Olga.AgentId);
    }

    [Fact]
    public async Task Declined_is_shown_in_the_place_of_the_question_and_written_down_once()
    {
        await using var bench = new ChatBench();
        var asked = await AskAsync(bench);

        await AnswerAsync(bench, asked, null);
        await AnswerAsync(bench, asked, null);

        Assert.Contains("No file was saved", bench.Now(asked.MessageId).Text, StringComparison.Ordinal);
        Assert.Equal(["Cancelled"], await ExportsAsync(bench));
    }

    [Theory]
    [InlineData("https://contoso.sharepoint.com.evil.example/upload")]
    [InlineData("https://evil.example/upload")]
    [InlineData("https://sharepoint.com/upload")]
    [InlineData("https://user@contoso-my.sharepoint.com/upload")]
    [InlineData("https://contoso-my.sharepoint.com:8443/upload")]
    [InlineData("http://contoso-my.sharepoint.com/upload")]
    [InlineData("http://127.0.0.1:9/upload")]
    [InlineData("https://[::1]/upload")]
    [InlineData("file:///etc/passwd")]
    public async Task A_place_that_is_not_sharepoints_gets_nothing_and_is_refused(string place)
    {
        await using var bench = new ChatBench(services => services.AddSingleton<IHttpClientFactory, NoHttp>());
        var asked = await AskAsync(bench);

        await AnswerAsync(bench, asked, place);

        Assert.Equal(["Refused ForeignHost"], await ExportsAsync(bench));
        Assert.Contains("nothing was saved", bench.Last.Text, StringComparison.Ordinal);
        // The consent itself is not used up by it.
        await AnswerAsync(bench, asked, null);
        Assert.Contains("No file was saved", bench.Now(asked.MessageId).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_consent_counts_for_its_asker_and_its_chat_alone()
    {
        await using var bench = new ChatBench(services => services.AddSingleton<IHttpClientFactory, NoHttp>());
        var asked = await AskAsync(bench);

        await AnswerAsync(bench, asked, SharePoint, Person.Boris);
        await AnswerAsync(bench, asked, SharePoint, room: Room.Group);

        Assert.Equal(["Refused OldButton", "Refused OldButton"], await ExportsAsync(bench));
    }

    [Fact]
    public async Task A_ticket_that_was_changed_made_up_or_is_missing_counts_for_nothing()
    {
        await using var bench = new ChatBench(services => services.AddSingleton<IHttpClientFactory, NoHttp>());
        var asked = await AskAsync(bench);
        var ticket = TicketOf(asked);

        foreach (var forged in (string?[])[ticket[..^2] + (ticket[^2] == 'A' ? 'B' : 'A') + ticket[^1], "made-up", "", null, new string('A', 5_000)])
        {
            await AnswerAsync(bench, asked, SharePoint, ticket: forged);
        }

        Assert.All(await ExportsAsync(bench), export => Assert.Equal("Refused OldButton", export));
        Assert.Equal(5, (await ExportsAsync(bench)).Count);
    }

    [Fact]
    public async Task A_consent_that_is_too_old_counts_for_nothing()
    {
        await using var bench = new ChatBench(services => services.AddSingleton<IHttpClientFactory, NoHttp>());
        var asked = await AskAsync(bench);
        bench.Time.Advance(TimeSpan.FromMinutes(10));

        await AnswerAsync(bench, asked, SharePoint);

        Assert.Equal(["Refused Expired"], await ExportsAsync(bench));
        Assert.Contains("too old", bench.Last.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_may_not_any_more_gets_no_file()
    {
        await using var bench = new ChatBench(services => services.AddSingleton<IHttpClientFactory, NoHttp>());
        var asked = await AskAsync(bench);
        bench.Directory.Put(FakeDesk.Olga, PermissionSet.Of(Permission.List));

        await AnswerAsync(bench, asked, SharePoint);

        await bench.UntilAsync(() => bench.Now(asked.MessageId).Text.Contains("You may not take this out", StringComparison.Ordinal), "the refusal");
        Assert.Equal(["Refused NotPermitted"], await ExportsAsync(bench));
    }

    [Fact]
    public async Task Where_files_are_switched_off_and_no_address_is_set_the_operator_is_named_the_setting()
    {
        await using var bench = new ChatBench(services => services.Configure<Supervision.History.HistoryOptions>(options => options.FileConsent = false));
        bench.History.Lines = [HistoryCommandTests.Line(bench, 0)];
        await bench.SayAsync("/history");

        Assert.Contains("Bot:PublicAddress", (await bench.PressAsync(bench.Last, "CSV file")).Text, StringComparison.Ordinal);
    }

    private static async Task<Entry> AskAsync(ChatBench bench)
    {
        bench.History.Lines = [HistoryCommandTests.Line(bench, 0)];
        await bench.SayAsync("/history");
        Assert.True((await bench.PressAsync(bench.Last, "CSV file")).IsWord);
        return bench.Last;
    }

    private static string TicketOf(Entry asked) => asked.Activity.Attachments![0].Content!["acceptContext"]!["ticket"]!.GetValue<string>();

    private static Task AnswerAsync(ChatBench bench, Entry asked, string? place, Person? from = null, Room? room = null) =>
        AnswerAsync(bench, asked, place, TicketOf(asked), from, room);

    private static async Task AnswerAsync(ChatBench bench, Entry asked, string? place, string? ticket, Person? from = null, Room? room = null)
    {
        var invoke = Recordings.Invoke(from ?? Person.Olga, room ?? Room.Personal, asked.MessageId, new JsonObject { ["verb"] = "none" });
        var value = new JsonObject
        {
            ["type"] = "fileUpload",
            ["action"] = place is null ? "decline" : "accept",
            ["context"] = new JsonObject { ["ticket"] = ticket },
            ["uploadInfo"] = place is null ? null : new JsonObject { ["uploadUrl"] = place, ["contentUrl"] = "https://contoso-my.sharepoint.com/history.csv", ["name"] = "history.csv" },
        };
        var response = await bench.TurnAsync(invoke with { Name = "fileConsent/invoke", Value = System.Text.Json.JsonSerializer.SerializeToElement(value) });
        Assert.Equal(200, response!.Status);
    }

    private static async Task<IReadOnlyList<string>> ExportsAsync(ChatBench bench) =>
        [.. (await bench.Get<IAuditReader>().ReadAsync(0, 100, TestContext.Current.CancellationToken))
            .Select(record => record.Entry)
            .Where(entry => entry.Act == AuditAct.Export)
            .Select(entry => entry.Stage == AuditStage.Refused ? $"{entry.Stage} {entry.Detail}" : entry.Stage.ToString())];

    private sealed class NoHttp : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => throw new InvalidOperationException("Nothing may be sent.");
    }
}
