namespace SupervisorBot.Chat.Tests.Cards;

/// <summary>The words in a card that come from outside: from the gateway, the directory, the chat.</summary>
internal sealed record ForeignWords
{
    public string Agent { get; init; } = "Anna Ivanova";

    public string Inspector { get; init; } = "Olga Petrova";

    /// <summary>Another inspector's name.</summary>
    public string Other { get; init; } = "Boris Chen";

    public string Group { get; init; } = "Sales";

    /// <summary>A call's id but for its last digit.</summary>
    public string CallId { get; init; } = "1632-";

    public string Customer { get; init; } = "+4930555561234";

    /// <summary>A result code of the gateway.</summary>
    public string Code { get; init; } = "900-003";

    /// <summary>What an inspector types as their reason.</summary>
    public string Typed { get; init; } = "The customer asks for a supervisor";

    /// <summary>The same text everywhere.</summary>
    public static ForeignWords Of(string text) => new()
    {
        Agent = text,
        Inspector = text,
        Other = text,
        Group = text,
        // One that is too long, or has half a character, gets no button.
        CallId = Chat.Cards.Markup.CutWhole(text, 40),
        Customer = text,
        Code = text,
        Typed = text,
    };
}
