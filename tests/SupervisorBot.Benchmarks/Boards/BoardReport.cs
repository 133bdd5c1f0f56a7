using System.Globalization;
using System.Text;
using SupervisorBot.ConnectorSimulator.Recording;

namespace SupervisorBot.Benchmarks.Boards;

/// <summary>Writes what live boards cost and how well they keep up.</summary>
internal static class BoardReport
{
    public static string Write(BoardRun run, BenchmarkOptions options)
    {
        var text = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"""
            ## (d) Live boards

            {run.Boards.Count} threads with a board each over {options.BoardAgents:N0} agents, of whom {run.Changes / run.Length.TotalSeconds:0.0} a second changed their state for {run.Length.TotalSeconds:0} s, on SQLite with the bot's defaults (`Board:Interval` 5 s, `Roster:Interval` 3 s).

            | board | edits | most in 1 s (Teams: {TeamsLimits.ThreadIn1s}) | most in 30 s (Teams: {TeamsLimits.ThreadIn30s}) | an hour (Teams: {TeamsLimits.ThreadInHour:N0}) | reading → edit, max ms | the last edit is right |
            | ---: | ---: | ---: | ---: | ---: | ---: | --- |
            """);
        foreach (var (number, board) in run.Boards.Index())
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {number + 1} | {board.Edits:N0} | {board.MostIn1s} | {board.MostIn30s} | {board.PerHour:N0} | {board.LateMilliseconds:0} | {(board.IsRight ? "yes" : "NO")} |");
        }

        var heap = run.HeapBytes.Select(bytes => (bytes / 1024d / 1024).ToString("0.0", CultureInfo.InvariantCulture)).ToList();
        return text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"""
            - The bot's managed heap after a full collection: {heap[0]} MB at the start, {heap[1]} MB in the middle, {heap[2]} MB at the end. Its CPU: {run.Cores:0.00} cores.
            - "reading → edit": from the gateway's receiving of the latest reading of all agents before an edit to that edit's last byte at the connector.
            - "the last edit is right": after the last change the picture counts as many agents in each state as there are.
            - Aim: within Teams' limits with room left for posts, the last edit within 3 s of its reading, memory flat.
            """).ToString();
    }
}
