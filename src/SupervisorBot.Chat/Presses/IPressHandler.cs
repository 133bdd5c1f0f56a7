using SupervisorBot.Chat.Access;

namespace SupervisorBot.Chat.Presses;

/// <summary>Does what a card's buttons are for.</summary>
internal interface IPressHandler
{
    /// <summary>The verbs that this one knows, and what each takes.</summary>
    IReadOnlyDictionary<string, Need> Verbs { get; }

    /// <summary>Whether the answer may need a reading from the gateway, which can take longer than a press may wait.</summary>
    bool Reads { get; }

    /// <summary>Handles a press of somebody who may, and for whom the card was made.</summary>
    Task<PressReply> HandleAsync(Press press, CancellationToken cancellationToken);
}
