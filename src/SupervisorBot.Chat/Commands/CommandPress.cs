using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupervisorBot.BotFramework.Channel;
using SupervisorBot.Chat.Access;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.State;
using SupervisorBot.Chat.Telemetry;
using SupervisorBot.Chat.Texts;

namespace SupervisorBot.Chat.Commands;

/// <summary>
/// The button of the command that was probably meant: it runs the command as if it had been typed, and asks anew whether this inspector may. The press is
/// answered at once; what the command says follows.
/// </summary>
internal sealed class CommandPress(
    CommandDesk commands, ISeenActivityStore seen, Answers answers, IOptions<ChatOptions> options, TimeProvider time, ILogger<CommandPress> logger) : IPressHandler
{
    public IReadOnlyDictionary<string, Need> Verbs { get; } = new Dictionary<string, Need>
    {
        [Presses.Verbs.RunCommand] = Need.Listed,
    };

    public bool Reads => false;

    public async Task<PressReply> HandleAsync(Press press, CancellationToken cancellationToken)
    {
        if (press.Data.Line is not { } line)
        {
            return PressReply.OldButton();
        }

        // A command that only shows something would show it twice.
        if (!await seen.TryAddAsync(nameof(CommandPress), press.Turn.RequestId, cancellationToken))
        {
            return new PressReply.Card(UnknownCards.Ran(line), PressReply.NoEffect, IsShared: false);
        }

        _ = RunAsync(press.Turn, line);
        return new PressReply.Card(UnknownCards.Ran(line), PressReply.Effect);
    }

    private async Task RunAsync(ChatTurn turn, string line)
    {
        using var limit = new CancellationTokenSource(options.Value.ReadingLimit, time);
        try
        {
            await commands.RunAsync(turn, CommandLine.Read(line), limit.Token);
        }
        catch (ChannelException refused)
        {
            Log.PostNotSent(logger, refused.Kind, refused.Status);
        }
#pragma warning disable CA1031 // The press was answered already: an unforeseen error is logged and told, there is nobody to throw it to.
        catch (Exception broken)
#pragma warning restore CA1031
        {
            Log.TurnBroke(logger, broken.GetType().Name, turn.Turn.Activity.Id);
            await TellBrokenAsync(turn);
        }
    }

    private async Task TellBrokenAsync(ChatTurn turn)
    {
        try
        {
            await answers.SayPrivatelyAsync(turn.Turn, CommonTexts.Broken, CancellationToken.None);
        }
        catch (ChannelException refused)
        {
            Log.PostNotSent(logger, refused.Kind, refused.Status);
        }
    }
}
