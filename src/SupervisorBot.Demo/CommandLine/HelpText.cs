namespace SupervisorBot.Demo;

/// <summary>What <c>--help</c> says.</summary>
internal static class HelpText
{
    public const string Text = """
        Runs the supervisor bot against a simulated contact centre, with a chat client in front of it. Nothing leaves this machine.

          dotnet run --project src/SupervisorBot.Demo [-- options]

        On a terminal with Node it starts the Microsoft 365 Agents Playground, a chat client in the browser. npx fetches it and asks
        you first; it comes under Microsoft's own terms. Without a terminal or Node the demo plays the chat itself.

          --walkthrough            Play the chat here and print it, from the sign-in to the sign-out; ends by itself.
          --no-client              Start the bot and the simulator only, and print their addresses in one line of JSON.
          --no-browser             Do not let the Playground open a browser (Linux, macOS).
          --port <port>            The bot's port. Otherwise 3978, or a free one where that is taken.
          --playground-port <port> The Playground's port. Otherwise 56150, or a free one where that is taken.
          --verbose                Show the bot's log.
          --Section:Name=value     A setting of the bot, such as --Interception:ConfirmationLifetime=00:02:00, or of the simulator,
                                   such as --Simulator:Seed=7.
          --help                   This text.

        Exit codes: 0 when it did what was asked, 1 when something failed (a line says what), 2 when an option is not understood.
        """;
}
