using SupervisorBot.Supervision.Access;

namespace SupervisorBot.Chat.Commands;

/// <summary>Guesses which command was meant by a word that is none.</summary>
internal static class NearestCommand
{
    // No slip of the finger makes a command of a longer word, and measuring one as long as a message would take its time.
    private const int Longest = 32;

    /// <summary>The command that is nearest to the word, or goes by that name elsewhere, among those that somebody may use; null where none is near enough.</summary>
    public static CommandInfo? Of(string word, PermissionSet may)
    {
        List<CommandInfo> commands = [.. CommandTable.All.Where(command => command.Need.IsMetBy(may))];
        var typed = word.ToLowerInvariant();
        if (typed.Length < 2)
        {
            return null;
        }

        if (commands.FirstOrDefault(command => command.OtherNames.Contains(typed)) is { } named)
        {
            return named;
        }

        var byStart = commands.FirstOrDefault(command => command.Name.StartsWith(typed, StringComparison.Ordinal)
            || (typed.StartsWith(command.Name, StringComparison.Ordinal) && command.Name.Length >= 4));
        if (byStart is not null)
        {
            return byStart;
        }

        if (typed.Length > Longest)
        {
            return null;
        }

        var (nearest, distance) = commands
            .Select(command => (command, Distance: Distance(typed, command.Name)))
            .MinBy(pair => pair.Distance);
        return distance <= Math.Max(1, nearest.Name.Length / 3) ? nearest : null;
    }

    // Edit distance in which two neighbours that changed places count once (optimal string alignment).
    private static int Distance(string one, string other)
    {
        var distance = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                distance[i, j] = (i, j) switch
                {
                    (0, _) => j,
                    (_, 0) => i,
                    _ => Step(distance, one, other, i, j),
                };
            }
        }

        return distance[one.Length, other.Length];
    }

    private static int Step(int[,] distance, string one, string other, int i, int j)
    {
        var change = one[i - 1] == other[j - 1] ? 0 : 1;
        var least = Math.Min(Math.Min(distance[i - 1, j] + 1, distance[i, j - 1] + 1), distance[i - 1, j - 1] + change);
        var isSwapped = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
        return isSwapped ? Math.Min(least, distance[i - 2, j - 2] + 1) : least;
    }
}
