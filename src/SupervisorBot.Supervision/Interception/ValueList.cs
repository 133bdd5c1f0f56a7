namespace SupervisorBot.Supervision.Interception;

/// <summary>Makes lists that are equal when what they hold is equal.</summary>
public static class ValueList
{
    /// <summary>A list of what is given.</summary>
    /// <typeparam name="T">What it holds.</typeparam>
    /// <param name="items">What it holds.</param>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => new(items.ToArray());
}
