using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Chat.Presses;

/// <summary>A press of somebody who was let in.</summary>
/// <param name="Turn">Their turn.</param>
/// <param name="Verb">What the button is for.</param>
/// <param name="Data">What it brought back.</param>
/// <param name="MessageId">The message that holds the card, or null.</param>
internal sealed record Press(ChatTurn Turn, string Verb, PressData Data, string? MessageId)
{
    public InspectorProfile Profile => Turn.Profile;

    public Inspector Inspector => Turn.Inspector;

    public ViewerClock Clock => Turn.Clock;
}
