namespace SupervisorBot.Storage.Writing;

/// <summary>The number that stands for something locked by name, the same on every node.</summary>
internal static class LockName
{
    /// <summary>FNV-1a, whose number is mixed once more at the end. Two names that share a number only wait for each other without need.</summary>
    public static long Of(string kind, string name)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in kind)
        {
            hash = (hash ^ letter) * 1099511628211UL;
        }

        hash = (hash ^ '\n') * 1099511628211UL;
        foreach (var letter in name)
        {
            hash = (hash ^ letter) * 1099511628211UL;
        }

        hash ^= hash >> 33;
        hash *= 0xff51afd7ed558ccdUL;
        return unchecked((long)(hash ^ (hash >> 33)));
    }
}
