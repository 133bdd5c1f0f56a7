namespace SupervisorBot.Chat.Cards;

/// <summary>One paragraph of a card.</summary>
/// <param name="Text">Its words; they alone carry the meaning.</param>
/// <param name="Tone">How it is underlined by weight and colour.</param>
internal sealed record CardLine(string Text, LineTone Tone = LineTone.Plain)
{
    public string Weight => Tone == LineTone.Plain ? "Default" : "Bolder";

    // Teams' "Good" is a light green that is hard to read on white, so good news is only bold.
    public string Color => Tone == LineTone.Warning ? "Attention" : "Default";
}
