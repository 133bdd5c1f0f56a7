namespace SupervisorBot.Chat.Templating;

/// <summary>A card template that cannot be used: not JSON, not a card, or with a malformed expression. Thrown at loading only.</summary>
public sealed class CardTemplateException : Exception
{
    /// <summary>Says what is wrong with a template and where.</summary>
    /// <param name="message">What is wrong, with the place in the template.</param>
    public CardTemplateException(string message)
        : base(message)
    {
    }

    /// <summary>Says what is wrong with a template and why.</summary>
    /// <param name="message">What is wrong, with the place in the template.</param>
    /// <param name="innerException">The cause.</param>
    public CardTemplateException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
