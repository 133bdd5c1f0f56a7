namespace SupervisorBot.Chat.Templating.Expressions;

/// <summary>A path as it is written in a binding that cannot be resolved, and its segments.</summary>
internal sealed class PropertyPath
{
    private static readonly char[] Separators = ['.', '[', ']'];

    public PropertyPath(string text)
    {
        Text = text;
        Segments = Array.ConvertAll(text.Split(Separators, StringSplitOptions.RemoveEmptyEntries), Unquote);
        Unresolved = Value.Of("${" + text + "}");
    }

    public string Text { get; }

    public string[] Segments { get; }

    /// <summary>What stands in the card where the data has no such path: the binding itself.</summary>
    public Value Unresolved { get; }

    public Value Read(Value instance)
    {
        foreach (var segment in Segments)
        {
            if (!ValueAccess.TryStep(instance, segment, out instance))
            {
                return Value.Undefined;
            }
        }

        return instance;
    }

    private static string Unquote(string segment) =>
        segment.Length >= 2 && segment[0] is '\'' or '"' && segment[^1] == segment[0] ? segment[1..^1] : segment;
}
