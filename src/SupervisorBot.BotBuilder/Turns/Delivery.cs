using System.Globalization;
using SupervisorBot.BotFramework.Authentication;
using SupervisorBot.BotFramework.Turns;

namespace SupervisorBot.BotBuilder.Turns;

/// <summary>What becomes of one request between the endpoint and the bot, with the SDK between them.</summary>
internal sealed class Delivery
{
    /// <summary>The culture outside: the SDK puts the sender's in its place for the turn, and the bot has its own way of knowing it.</summary>
    public CultureInfo Culture { get; } = CultureInfo.CurrentCulture;

    /// <summary>Why the sender was not let in after the SDK had proven them; null where they were.</summary>
    public InboundVerdict? Refusal { get; set; }

    /// <summary>The answer; null as long as no turn came to the bot.</summary>
    public TurnAnswer? Answer { get; set; }
}
