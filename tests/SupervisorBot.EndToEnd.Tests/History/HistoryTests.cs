using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SupervisorBot.ConnectorSimulator.Chats;
using SupervisorBot.ConnectorSimulator.Files;
using SupervisorBot.ConnectorSimulator.Recording;
using SupervisorBot.EndToEnd.Tests.Running;
using static SupervisorBot.EndToEnd.Tests.Running.BotUnderTest;
using static SupervisorBot.EndToEnd.Tests.Running.ChatSteps;

namespace SupervisorBot.EndToEnd.Tests.History;

/// <summary>What was done, read back in the chat and taken out as a file, over HTTP all the way.</summary>
public sealed class HistoryTests
{
    private static readonly (string, string)[] s_linked = [("Bot:PublicAddress", "http://127.0.0.1/bot"), ("History:FileConsent", "false")];

    [Fact]
    public async Task An_interception_and_the_listening_before_it_are_read_back_in_ones_own_chat()
    {
        await using var bot = await StartAsync();
        var chat = await TakeOverAsync(bot);

        var shown = await ReadAsync(chat, "/history");

        var words = shown.Words();
        Assert.Contains("What you did", words, StringComparison.Ordinal);
        Assert.Contains($"Interception · agent {Agent}", words, StringComparison.Ordinal);
        Assert.Contains("✔ done, the inspector hung up", words, StringComparison.Ordinal);
        Assert.DoesNotContain(Masked, words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_in_a_group_it_is_told_to_the_asker_alone()
    {
        await using var bot = await StartAsync();
        await TakeOverAsync(bot);
        var group = bot.At(Megan, ChatConversation.GroupChat());

        await group.TellAsync("/history all");

        Assert.Equal(Megan.Id, (await group.WaitForTextAsync("by Alex Wilber")).To);
        Assert.DoesNotContain(group.Messages, message => message.IsFromBot && message.To is null);
    }

    [Fact]
    public async Task An_accepted_file_is_put_where_teams_wants_it_once_and_shown()
    {
        await using var bot = await StartAsync();
        await using var drive = await RecordingDrive.StartAsync(Stop);
        var chat = await TakeOverAsync(bot);
        var asked = await AskForFileAsync(chat);
        var place = drive.SessionFor("history.csv");

        Assert.Equal(200, (await chat.AnswerFileConsentAsync(asked, place, Stop)).Status);
        var shown = await chat.WaitForAsync(message => message.FileInfo is not null);
        // Delivered again, as by a channel that missed the answer.
        Assert.Equal(200, (await chat.AnswerFileConsentAsync(asked, place, Stop)).Status);
        await chat.TellAsync("/help");
        await chat.WaitForTextAsync("/intercept");

        var upload = Assert.Single(drive.Uploads);
        Assert.Equal(("PUT", place.PathAndQuery, ""), (upload.Method, upload.Path, upload.Authorization));
        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"bytes 0-{upload.Bytes.Length - 1}/{upload.Bytes.Length}"), upload.ContentRange);
        CheckFile(upload.Bytes);
        Assert.EndsWith(".csv", (string)shown.FileInfo!["name"]!, StringComparison.Ordinal);
        await chat.WaitForAsync(asked, "is in your OneDrive");
        Assert.Single(chat.Messages, message => message.FileInfo is not null);
    }

    [Fact]
    public async Task A_file_that_cannot_be_put_there_is_told_and_can_be_asked_for_again()
    {
        await using var bot = await StartAsync();
        await using var drive = await RecordingDrive.StartAsync(Stop);
        drive.Status = 503;
        var chat = await TakeOverAsync(bot);
        var asked = await AskForFileAsync(chat);

        await chat.AnswerFileConsentAsync(asked, drive.SessionFor("history.csv"), Stop);

        await chat.WaitForAsync(asked, "could not be put into your OneDrive");
        Assert.DoesNotContain(chat.Messages, message => message.FileInfo is not null);
    }

    [Fact]
    public async Task A_declined_file_goes_nowhere()
    {
        await using var bot = await StartAsync();
        var chat = await TakeOverAsync(bot);
        var asked = await AskForFileAsync(chat);

        await chat.AnswerFileConsentAsync(asked, null, Stop);

        await chat.WaitForAsync(asked, "No file was saved");
    }

    [Fact]
    public async Task A_link_shows_a_page_and_gives_the_file_once()
    {
        await using var bot = await StartAsync(s_linked);
        var chat = await TakeOverAsync(bot);
        var link = await LinkAsync(bot, chat);
        using var http = new HttpClient();

        // Whatever looks at the link first does not use it up.
        var page = await http.GetAsync(link, Stop);
        Assert.Equal((HttpStatusCode.OK, "no-store"), (page.StatusCode, page.Headers.CacheControl!.ToString()));
        var html = await page.Content.ReadAsStringAsync(Stop);
        Assert.Contains("Alex Wilber", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);

        using var file = await http.PostAsync(link, null, Stop);
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.Equal(("no-store", "text/csv", "attachment"), (file.Headers.CacheControl!.ToString(), file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.DispositionType));
        CheckFile(await file.Content.ReadAsByteArrayAsync(Stop));

        using var again = await http.PostAsync(link, null, Stop);
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
        Assert.Contains(await AuditAsync(bot), entry => entry is { Act: Supervision.Audit.AuditAct.Export, Stage: Supervision.Audit.AuditStage.Decided, Outcome: "Done", Detail: "Link" });
    }

    [Fact]
    public async Task A_link_that_was_changed_made_up_or_is_too_old_gives_nothing_and_does_not_say_why()
    {
        var time = new ShiftedClock();
        await using var bot = await StartAsync(null, builder => builder.Services.AddSingleton<TimeProvider>(time), s_linked);
        var chat = await TakeOverAsync(bot);
        var link = await LinkAsync(bot, chat);
        using var http = new HttpClient();
        var text = link.AbsoluteUri;

        var answers = new List<string>();
        foreach (var wrong in (string[])[text[..^2] + (text[^2] == 'A' ? 'B' : 'A') + text[^1], text[..^40], new Uri(link, "/history/none").AbsoluteUri])
        {
            answers.Add(await NothingAsync(http, new Uri(wrong)));
        }

        time.Shift = TimeSpan.FromMinutes(11);
        answers.Add(await NothingAsync(http, link));
        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task A_form_of_another_site_takes_nothing()
    {
        await using var bot = await StartAsync(s_linked);
        var chat = await TakeOverAsync(bot);
        var link = await LinkAsync(bot, chat);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, link);
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        using var refused = await http.SendAsync(request, Stop);
        using var own = await http.PostAsync(link, null, Stop);

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (refused.StatusCode, own.StatusCode));
    }

    private static async Task<ChatClient> TakeOverAsync(BotUnderTest bot)
    {
        var callId = bot.StartCall();
        var chat = bot.Personal(Alex);
        await chat.SignInAsync();
        var dialog = await chat.AskToInterceptAsync(callId);
        await chat.PressAsync(dialog, "Intercept now", ct: Stop);
        await chat.WaitForTextAsync("● Alex Wilber talks with the customer");
        await chat.TellAsync("/hangup now");
        await chat.WaitForPostAsync("Alex Wilber hung up.");
        return chat;
    }

    private static async Task<ThreadMessage> ReadAsync(ChatClient chat, string command)
    {
        var known = chat.Messages.Select(message => message.Id).ToHashSet();
        await chat.TellAsync(command);
        return await chat.WaitForAsync(message => !known.Contains(message.Id) && message.Card is not null);
    }

    private static async Task<ThreadMessage> AskForFileAsync(ChatClient chat)
    {
        var shown = await ReadAsync(chat, "/history");
        await chat.PressAsync(shown, "CSV file", ct: Stop);
        return await chat.WaitForAsync(message => message.FileConsent is not null);
    }

    private static async Task<Uri> LinkAsync(BotUnderTest bot, ChatClient chat)
    {
        var shown = await ReadAsync(chat, "/history");
        await chat.PressAsync(shown, "CSV file", ct: Stop);
        var card = await chat.WaitForTextAsync("Your CSV file");
        var link = new Uri(SigningIn.PageVisitor.Find(card.Card!.ToJsonString(), "\"url\":\"([^\"]+)\""));
        Assert.StartsWith("http://127.0.0.1/bot/history/", link.AbsoluteUri, StringComparison.Ordinal);
        // A reverse proxy would pass it on so.
        return new Uri(bot.Address, link.AbsolutePath["/bot".Length..]);
    }

    private static void CheckFile(byte[] bytes)
    {
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        var text = Encoding.UTF8.GetString(bytes);
        Assert.Contains("Interception,Alex Wilber,1001,2001,", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Customer[1..], text, StringComparison.Ordinal);
        Assert.DoesNotContain("5678", text, StringComparison.Ordinal);
    }

    private static async Task<string> NothingAsync(HttpClient http, Uri link)
    {
        using var page = await http.GetAsync(link, Stop);
        using var file = await http.PostAsync(link, null, Stop);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (page.StatusCode, file.StatusCode));
        Assert.Null(file.Content.Headers.ContentDisposition);
        return await page.Content.ReadAsStringAsync(Stop);
    }

    private static async Task<IEnumerable<Supervision.Audit.AuditEntry>> AuditAsync(BotUnderTest bot) =>
        (await bot.Services.GetRequiredService<Supervision.Audit.IAuditReader>().ReadAsync(0, 1_000, Stop)).Select(record => record.Entry);

    /// <summary>The system's clock, put forward.</summary>
    private sealed class ShiftedClock : TimeProvider
    {
        private long _shift;

        public TimeSpan Shift
        {
            set => Interlocked.Exchange(ref _shift, value.Ticks);
        }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + new TimeSpan(Interlocked.Read(ref _shift));
    }
}
