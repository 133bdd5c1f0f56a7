using Spectre.Console;

namespace SupervisorBot.Demo;

/// <summary>The console that a demo prints on: colours on a terminal, plain lines of the same words elsewhere.</summary>
internal static class DemoConsole
{
    private const int Narrowest = 60;
    private const int Widest = 92;

    /// <summary>A console on a writer.</summary>
    /// <param name="output">Where to write.</param>
    /// <param name="isTerminal">Whether somebody sits in front of it.</param>
    public static IAnsiConsole Create(TextWriter output, bool isTerminal)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isTerminal ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Capabilities.Unicode = true;
        console.Profile.Width = isTerminal ? Math.Clamp(console.Profile.Width, Narrowest, Widest) : Widest;
        return console;
    }
}
