using System.Text;
using Microsoft.Extensions.DependencyInjection;
using SupervisorBot.Chat.History.Export;
using SupervisorBot.Chat.Tests.Bench;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.History;
using SupervisorBot.Supervision.SigningIn;

namespace SupervisorBot.Chat.Tests.History;

/// <summary>Whose a link is, and what it gives. The page itself is shown end to end.</summary>
public sealed class HistoryDownloadTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_link_gives_the_file_once_to_whoever_it_was_made_for_and_that_is_written_down()
    {
        await using var bench = Start();
        var ticket = await LinkAsync(bench);
        var download = bench.Get<IHistoryDownload>();

        Assert.Equal("Olga Petrova", (await download.FindAsync(ticket, Stop))!.Name);
        var file = await download.TakeAsync(ticket, Stop);

        Assert.Contains("Listening,Olga Petrova,2001", Encoding.UTF8.GetString(file!.Bytes.Span), StringComparison.Ordinal);
        Assert.Null(await download.TakeAsync(ticket, Stop));
        var exports = (await bench.Get<IAuditReader>().ReadAsync(0, 100, Stop)).Select(record => record.Entry).Where(entry => entry.Act == AuditAct.Export);
        Assert.Equal([(AuditStage.Asked, null), (AuditStage.Decided, "Done")], exports.Select(entry => (entry.Stage, entry.Outcome)));
    }

    [Fact]
    public async Task Of_somebody_who_is_none_any_more_or_may_not_or_whose_agent_id_is_anothers_it_gives_nothing()
    {
        await using var bench = Start();
        var ticket = await LinkAsync(bench);
        var download = bench.Get<IHistoryDownload>();

        bench.Directory.Put(FakeDesk.Olga, PermissionSet.Of(Permission.List));
        Assert.Null(await download.FindAsync(ticket, Stop));
        bench.Directory.Put(FakeDesk.Olga with { EntraObjectId = Person.Stranger.EntraObjectId }, PermissionSet.All);
        Assert.Null(await download.FindAsync(ticket, Stop));
        Assert.Null(await download.TakeAsync(ticket, Stop));
        bench.Directory.Remove(FakeDesk.Olga);
        Assert.Null(await download.TakeAsync(ticket, Stop));

        // None of this has used it up.
        bench.Directory.Put(FakeDesk.Olga, PermissionSet.All);
        Assert.NotNull(await download.TakeAsync(ticket, Stop));
    }

    [Fact]
    public async Task It_gives_nothing_when_it_is_too_old()
    {
        await using var bench = Start();
        var ticket = await LinkAsync(bench);
        bench.Time.Advance(TimeSpan.FromMinutes(10));

        Assert.Null(await bench.Get<IHistoryDownload>().TakeAsync(ticket, Stop));
    }

    [Fact]
    public async Task A_consents_ticket_is_no_link()
    {
        await using var bench = new ChatBench(services => services.Configure<PublicAddressOptions>(options => options.PublicAddress = ChatBench.PublicAddress));
        bench.History.Lines = [HistoryCommandTests.Line(bench, 0)];
        await bench.SayAsync("/history");
        await bench.PressAsync(bench.Last, "CSV file");
        var ticket = bench.Last.Activity.Attachments![0].Content!["acceptContext"]!["ticket"]!.GetValue<string>();

        Assert.Null(await bench.Get<IHistoryDownload>().FindAsync(ticket, Stop));
    }

    private static ChatBench Start() => new(services => services
        .Configure<PublicAddressOptions>(options => options.PublicAddress = ChatBench.PublicAddress)
        .Configure<HistoryOptions>(options => options.FileConsent = false));

    private static async Task<string> LinkAsync(ChatBench bench)
    {
        bench.History.Lines = [HistoryCommandTests.Line(bench, 0)];
        await bench.SayAsync("/history");
        Assert.True((await bench.PressAsync(bench.Last, "CSV file")).IsWord);
        var link = CardReading.Objects(bench.Last.Card!).Single(element => CardReading.Type(element) == "Action.OpenUrl")["url"]!.GetValue<string>();
        Assert.StartsWith("https://bot.example.com/history/", link, StringComparison.Ordinal);
        return link["https://bot.example.com/history/".Length..];
    }
}
