using System.Text.Json.Nodes;

namespace SupervisorBot.Demo.Tests;

public sealed class ChatPrinterTests
{
    private static readonly JsonObject s_card = new() { ["body"] = new JsonArray(new JsonObject { ["type"] = "TextBlock", ["text"] = "On the card" }) };

    [Fact]
    public void It_tells_who_said_posted_pressed_and_edited_what()
    {
        var lines = Print(printer =>
        {
            printer.Says("Alex", "/help [me]");
            printer.Posts("Bot", "A \\*text\\*", null, 1);
            printer.Posts("Bot", null, s_card, 2);
            printer.Presses("Alex", "Go", 2);
            printer.Edits("Bot", null, s_card, 2, byPress: true);
            printer.Edits("Bot", null, s_card, 2, byPress: false);
            printer.EditsAlike("Bot", 2);
            printer.Whispers("Bot", "Alex", "Only you");
        });

        Assert.Equal(
            [
                "Alex: /help [me]", "Bot: A *text*", "Bot (card 2)", "Alex presses [ Go ] on card 2", "Bot turns card 2 at once", "Bot edits card 2",
                "Bot edits card 2: now everybody in the chat sees it so", "Bot (to Alex alone): Only you",
            ],
            lines.Where(line => !line.StartsWith(' ')));
        Assert.Equal(3, lines.Count(line => line.Contains("│ On the card │", StringComparison.Ordinal)));
    }

    private static string[] Print(Action<ChatPrinter> print)
    {
        using var output = new StringWriter();
        print(new ChatPrinter(DemoConsole.Create(output, isTerminal: false)));
        return output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
    }
}
