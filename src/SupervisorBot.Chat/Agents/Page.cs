namespace SupervisorBot.Chat.Agents;

/// <summary>A page of a long list.</summary>
/// <param name="Number">The page, from 0; within the list however far the asked page was.</param>
/// <param name="Items">What it holds.</param>
/// <param name="First">The place of its first item in the list, from 1; 0 where the list is empty.</param>
/// <param name="Of">How many items the list has.</param>
internal sealed record Page<T>(int Number, IReadOnlyList<T> Items, int First, int Of)
{
    public const int Rows = 8;

    public int Last => First + Items.Count - (Items.Count == 0 ? 0 : 1);

    public bool HasPrevious => Number > 0;

    public bool HasNext => Last < Of;

    /// <param name="all">The list.</param>
    /// <param name="page">The page that is asked for.</param>
    /// <param name="rows">How many items a page holds.</param>
    public static Page<T> Cut(IReadOnlyList<T> all, int page, int rows = Rows)
    {
        var last = Math.Max(0, (all.Count - 1) / rows);
        var number = Math.Clamp(page, 0, last);
        var items = all.Skip(number * rows).Take(rows).ToList();
        return new Page<T>(number, items, items.Count == 0 ? 0 : (number * rows) + 1, all.Count);
    }
}
