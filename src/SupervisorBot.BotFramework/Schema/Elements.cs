namespace SupervisorBot.BotFramework.Schema;

/// <summary>Keeps the promise of a list that came in as JSON: none of its elements is null.</summary>
internal static class Elements
{
    /// <summary>The list itself, or a copy without its nulls.</summary>
    public static IReadOnlyList<T>? Present<T>(IReadOnlyList<T>? list)
        where T : class => list is not null && list.Any(static item => item is null) ? [.. list.Where(static item => item is not null)] : list;
}
