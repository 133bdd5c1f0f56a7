using System.Text.Json.Nodes;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SupervisorBot.Demo;

/// <summary>Prints what happens in a chat, each thing as it happens: who said what, cards, presses, edits.</summary>
internal sealed class ChatPrinter(IAnsiConsole console)
{
    private readonly Lock _gate = new();

    /// <summary>A line of the story around the chat.</summary>
    public void Scene(string text) => Write(new Rule(Markup.Escape(text)) { Justification = Justify.Left, Style = new Style(Color.Grey) });

    /// <summary>A person says something.</summary>
    public void Says(string name, string text) => Write(Line(name, $": {text}"));

    /// <summary>A person presses a button of a card.</summary>
    public void Presses(string name, string button, int card) => Write(Line(name, $" presses [ {button} ] on card {card}"));

    /// <summary>The bot posts a message.</summary>
    /// <param name="name">The bot's name.</param>
    /// <param name="text">The text, if there is one.</param>
    /// <param name="card">The card, if there is one.</param>
    /// <param name="number">The card's number, by which presses and edits refer to it.</param>
    public void Posts(string name, string? text, JsonObject? card, int number)
    {
        var head = card is null ? $": {PlainText.Of(text)}" : $": {PlainText.Of(text)}(card {number})".Replace(": (", " (", StringComparison.Ordinal);
        Write([Line(name, head), .. Box(card)]);
    }

    /// <summary>The bot edits a card, or its answer to a press turns the card.</summary>
    /// <param name="name">The bot's name.</param>
    /// <param name="text">The text, if there is one.</param>
    /// <param name="card">The card's new content.</param>
    /// <param name="number">The card's number.</param>
    /// <param name="byPress">Whether a press turned it at once, for the one who pressed.</param>
    public void Edits(string name, string? text, JsonObject? card, int number, bool byPress) => Write(
    [
        Line(name, byPress ? $" turns card {number} at once" : $" edits card {number}{(string.IsNullOrEmpty(text) ? "" : $": {PlainText.Of(text)}")}"),
        .. Box(card),
    ]);

    /// <summary>The bot edits a card so that everybody sees what the one who pressed sees already.</summary>
    public void EditsAlike(string name, int number) => Write(Line(name, $" edits card {number}: now everybody in the chat sees it so"));

    /// <summary>What only the one who pressed is told.</summary>
    public void Whispers(string bot, string person, string text) => Write(Line(bot, $" (to {person} alone): {PlainText.Of(text)}"));

    private static IEnumerable<IRenderable> Box(JsonObject? card) => card is null ? [] : [new Padder(CardDrawing.Draw(card), new Padding(2, 0, 0, 0))];

    private static Paragraph Line(string who, string what)
    {
        var line = new Paragraph();
        line.Append(who, new Style(decoration: Decoration.Bold));
        line.Append(what);
        return line;
    }

    private void Write(params IReadOnlyList<IRenderable> parts)
    {
        lock (_gate)
        {
            console.WriteLine();
            foreach (var part in parts)
            {
                console.Write(part);
                if (part is Paragraph)
                {
                    console.WriteLine();
                }
            }
        }
    }
}
