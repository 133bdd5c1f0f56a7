using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.History;

namespace SupervisorBot.Chat.History.Export;

/// <summary>
/// Writes acts as CSV (RFC 4180) in UTF-8 with its mark, by which spreadsheets know it. What a spreadsheet would take for a formula gets an apostrophe before it
/// (OWASP, "CSV Injection"): names and reasons are other people's words.
/// </summary>
internal static class HistoryCsv
{
    private const string Time = "yyyy-MM-dd HH:mm:ss";

    // What begins so is run by a spreadsheet; a line break may stand before it.
    private static readonly char[] s_formula = ['=', '+', '-', '@', '\t', '\r', '\n'];

    public static byte[] Write(IReadOnlyList<HistoryLine> lines, ViewerClock clock)
    {
        using var output = new MemoryStream();
        using (var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true))
        {
            using var csv = new CsvWriter(writer, new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                InjectionOptions = InjectionOptions.Escape,
                InjectionCharacters = s_formula,
                NewLine = "\r\n",
            });
            WriteRow(csv, ExportTexts.Columns);
            foreach (var line in lines)
            {
                WriteRow(csv, Cells(line, clock));
            }
        }

        return output.ToArray();
    }

    private static void WriteRow(CsvWriter csv, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        csv.NextRecord();
    }

    private static IEnumerable<string> Cells(HistoryLine line, ViewerClock clock) =>
    [
        clock.Local(line.At).ToString(Time, CultureInfo.InvariantCulture),
        HistoryTexts.Kind(line.Kind),
        line.Name ?? "",
        Number(line.AgentId),
        line.WorkNo is { } agent ? Number(agent) : "",
        line.CallId ?? "",
        line.Reason ?? "",
        line.DecidedBy ?? "",
        HistoryTexts.Outcome(line),
        line.Code ?? "",
        string.Join(", ", line.Switches.Select(HistoryTexts.Kind)),
        line.BeganAt is { } began ? clock.Local(began).ToString(Time, CultureInfo.InvariantCulture) : "",
        line.EndedAt is { } ended ? clock.Local(ended).ToString(Time, CultureInfo.InvariantCulture) : "",
        line.Length is { } length ? Number((int)length.TotalSeconds) : "",
        line.At.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
    ];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
