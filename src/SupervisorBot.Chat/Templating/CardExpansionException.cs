namespace SupervisorBot.Chat.Templating;

/// <summary>
/// The data does not fit the template: an expression failed, such as an index out of range or a null inside a text. The
/// message names the place in the template and never holds a value of the data.
/// </summary>
public sealed class CardExpansionException : Exception
{
    /// <summary>Says where and why a template could not be expanded.</summary>
    /// <param name="message">The place in the template and the reason.</param>
    public CardExpansionException(string message)
        : base(message)
    {
    }
}
