namespace SupervisorBot.Chat.Templating;

/// <summary>An expanded card is larger than a chat message may be; its list must be paged.</summary>
public sealed class CardTooLargeException : Exception
{
    /// <summary>Tells a card's size and the limit.</summary>
    /// <param name="name">The card's name.</param>
    /// <param name="size">Its size in bytes of UTF-16.</param>
    /// <param name="limit">The limit in bytes of UTF-16.</param>
    public CardTooLargeException(string name, int size, int limit)
        : base($"The card '{name}' has {size} bytes of UTF-16, more than the {limit} that are allowed.")
    {
        Size = size;
        Limit = limit;
    }

    /// <summary>The card's size in bytes of UTF-16.</summary>
    public int Size { get; }

    /// <summary>The limit in bytes of UTF-16.</summary>
    public int Limit { get; }
}
