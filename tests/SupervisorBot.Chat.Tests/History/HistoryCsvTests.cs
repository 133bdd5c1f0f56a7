using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using SupervisorBot.Chat.History.Export;
using SupervisorBot.Chat.Languages;
using SupervisorBot.Chat.Places;
using SupervisorBot.Supervision.History;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Chat.Tests.History;

public sealed class HistoryCsvTests
{
    private static readonly DateTimeOffset s_at = new(2026, 11, 29, 22, 30, 5, TimeSpan.Zero);

    [Fact]
    public void The_file_begins_with_utf_8s_mark_and_holds_a_row_for_each_act_in_the_askers_time()
    {
        var bytes = Write("en", Line());

        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        var rows = Read(bytes);
        Assert.Equal(
            ["Time", "What", "Inspector", "Agent id", "Agent", "Call", "Reason", "Approved or declined by", "Outcome", "Gateway code", "Switched to", "Began", "Ended", "Seconds", "Time (UTC)"],
            rows[0]);
        Assert.Equal(
            [
                "2026-11-30 00:30:05", "Interception", "Zoë 截听 Müller", "1001", "2001", "1632-7", "said \"stop\", then\r\nwent", "Megan Bowen",
                "done, the customer hung up", "", "", "2026-11-30 00:30:15", "2026-11-30 00:33:19", "184", "2026-11-29T22:30:05Z",
            ],
            rows[1]);
        Assert.Equal(2, rows.Count);
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("+1+1")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1+1")]
    [InlineData("\r=1+1")]
    [InlineData("\n=1+1")]
    public void What_a_spreadsheet_would_run_gets_an_apostrophe(string evil)
    {
        var row = Read(Write("en", Line() with { Name = evil, Reason = evil, DecidedBy = evil }))[1];

        Assert.Equal("'" + evil, row[2]);
        Assert.Equal("'" + evil, row[6]);
        Assert.Equal("'" + evil, row[7]);
    }

    [Theory]
    [InlineData("zh-Hans")]
    [InlineData("es")]
    [InlineData("fr")]
    [InlineData("ar")]
    public void Its_words_are_in_the_askers_language_and_its_numbers_and_times_are_not(string language)
    {
        var (rows, english) = (Read(Write(language, Line())), Read(Write("en", Line())));

        Assert.Equal(english[0].Length, rows[0].Length);
        Assert.NotEqual(english[1][8], rows[1][8]);
        Assert.Equal(english[1][0], rows[1][0]);
        Assert.Equal(english[1][13], rows[1][13]);
    }

    private static HistoryLine Line() => new()
    {
        Kind = HistoryKind.Intercept,
        At = s_at,
        AgentId = 1001,
        Name = "Zoë 截听 Müller",
        WorkNo = 2001,
        CallId = "1632-7",
        Reason = "said \"stop\", then\r\nwent",
        DecidedBy = "Megan Bowen",
        Outcome = InterceptionOutcome.Done,
        TalkEnd = TalkChange.EndedByCustomer,
        BeganAt = s_at.AddSeconds(10),
        EndedAt = s_at.AddSeconds(194),
    };

    private static byte[] Write(string language, HistoryLine line)
    {
        using var spoken = Language.Of(language).Speak();
        return HistoryCsv.Write([line], new ViewerClock(120));
    }

    private static List<string[]> Read(byte[] bytes)
    {
        using var csv = new CsvParser(new StreamReader(new MemoryStream(bytes), Encoding.UTF8), new CsvConfiguration(System.Globalization.CultureInfo.InvariantCulture));
        List<string[]> rows = [];
        while (csv.Read())
        {
            rows.Add(csv.Record!);
        }

        return rows;
    }
}
