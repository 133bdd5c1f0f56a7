using System.Text;
using Microsoft.Extensions.Options;
using Spectre.Console;

namespace SupervisorBot.Demo;

/// <summary>The demo's one command.</summary>
internal static class DemoProgram
{
    private const int Failed = 1;
    private const int NotUnderstood = 2;

    /// <summary>Runs it on this process's console.</summary>
    /// <param name="args">The command line.</param>
    /// <returns>The exit code, as <c>--help</c> tells it.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        if (Console.OutputEncoding.CodePage != Encoding.UTF8.CodePage)
        {
            Console.OutputEncoding = Encoding.UTF8;
        }

        using var stop = new StopSignals();
        return await RunAsync(args, Console.Out, Console.Error, !Console.IsOutputRedirected, stop.Token);
    }

    /// <summary>Runs it anywhere.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="output">Where to print.</param>
    /// <param name="errors">Where to say what was wrong with the command line or the start.</param>
    /// <param name="isTerminal">Whether somebody sits in front of the output.</param>
    /// <param name="ct">Stops it.</param>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors, bool isTerminal, CancellationToken ct)
    {
        DemoOptions options;
        try
        {
            options = DemoOptions.Parse(args);
        }
        catch (FormatException exception)
        {
            await errors.WriteLineAsync(exception.Message);
            return NotUnderstood;
        }

        if (options.Help)
        {
            await output.WriteLineAsync(HelpText.Text);
            return 0;
        }

        return await RunAsync(Settle(options, output), output, errors, isTerminal, ct);
    }

    /// <summary>Decides for a client where none was named, and says why when it is not the browser.</summary>
    private static DemoOptions Settle(DemoOptions options, TextWriter output)
    {
        if (options.Client != DemoClient.Automatic || (Terminal.CanAsk && Terminal.Has("npx")))
        {
            return options;
        }

        output.WriteLine(Terminal.CanAsk
            ? "Node is not installed, so there is no chat client for the browser: the demo plays the chat here."
            : "There is no terminal to ask at, so the demo plays the chat here.");
        return options with { Client = DemoClient.Walkthrough };
    }

    private static async Task<int> RunAsync(DemoOptions options, TextWriter output, TextWriter errors, bool isTerminal, CancellationToken ct)
    {
        using var log = new DemoLog(options.Verbose);
        var console = DemoConsole.Create(output, isTerminal);
        try
        {
            await using var run = await DemoRun.StartAsync(options, log, ct);
            return options.Client switch
            {
                DemoClient.Walkthrough => await WalkthroughCommand.RunAsync(run, console, log, ct),
                DemoClient.None => await WaitingCommand.RunAsync(run, output, ct),
                _ => await PlaygroundCommand.RunAsync(run, options, console, ct),
            };
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await errors.WriteLineAsync("Stopped before it was done.");
            return Failed;
        }
        catch (OptionsValidationException exception)
        {
            await errors.WriteLineAsync($"The demo cannot start: {exception.Message}");
            return Failed;
        }
        catch (Exception exception) when (exception is IOException or ArgumentException or System.ComponentModel.DataAnnotations.ValidationException)
        {
            await errors.WriteLineAsync($"The demo cannot start: {exception.Message}");
            return Failed;
        }
    }
}
