using System.Text;

namespace SupervisorBot.EndToEnd.Tests.Faults;

/// <summary>The matrix as documentation, made of what really happened.</summary>
internal static class FaultDocument
{
    private const string Head = """
        # What happens when something goes wrong

        Each row was played by a test against the whole bot, with a simulated gateway and a recording Bot Connector: an inspector signs in, asks for a call,
        and presses “Intercept now” while something is broken. The table says what the card reads in the end, and what posts in the thread say; what reached
        the gateway for that one press; and who has the call then. Whether another inspector can take a call that its agent kept was tried.

        No row sends an intercept twice, and none says “not taken over” of a call that was. A test compares this page with what it sees; with
        `SUPERVISORBOT_WRITE_FAULTS=true` it writes the page.
        """;

    public static string Path { get; } = System.IO.Path.Combine(Root(), "docs", "faults.md");

    public static string Render(IEnumerable<(FaultRow Row, FaultReport Report)> played)
    {
        var page = new StringBuilder(Head).Append('\n');
        foreach (var step in played.GroupBy(static one => one.Row.Step))
        {
            page.Append($"\n## {step.Key}\n\n");
            page.Append("| What goes wrong | What the inspector reads | Listens | Intercepts | Leaves | Afterwards |\n");
            page.Append("| --- | --- | ---: | ---: | ---: | --- |\n");
            foreach (var (row, report) in step)
            {
                page.Append($"| {row.Fault} | {Read(row, report)} | {report.Got.Attaches} | {report.Got.Intercepts} | {Leaves(row)} | {Words(report.After)} |\n");
            }
        }

        return page.ToString();
    }

    // Words on the card and in posts that the row has looked for and found; the title as it was.
    private static string Read(FaultRow row, FaultReport report) => string.Join(" ",
    [
        row.End.IsAnew ? $"In a new message: **{report.Title}**" : $"**{report.Title}**",
        .. row.End.OnCard.Select(static words => $"“{words}”"),
        .. row.End.InPosts.Select((words, index) => $"{(index == 0 && row.End.Copies > 1 ? "Post, twice" : "Post")}: “{words}”"),
        .. row.End.NotInPosts.Select(static words => $"No post: “{words}”"),
        .. row.End.OnNewCard is { } title ? [$"Then: **{title}**"] : Array.Empty<string>(),
    ]);

    private static string Leaves(FaultRow row) => row.MayDetach ? $"{row.Gets.Detaches} or {row.Gets.Detaches + 1}" : $"{row.Gets.Detaches}";

    private static string Words(Aftermath after) => after switch
    {
        Aftermath.InspectorTalks => "the inspector talks with the customer",
        Aftermath.Free => "the agent keeps the call, another inspector can take it",
        Aftermath.Reserved => "the agent keeps the call, it stays reserved for the inspector",
        Aftermath.Over => "the call is over",
        Aftermath.Elsewhere => "somebody else has the call",
        _ => after.ToString(),
    };

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(System.IO.Path.Combine(folder, "SupervisorBot.sln")))
        {
            folder = System.IO.Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder;
    }
}
