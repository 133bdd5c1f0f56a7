using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupervisorBot.BotFramework.Channel;
using SupervisorBot.Chat.Access;
using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.State;
using SupervisorBot.Chat.Telemetry;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Chat.Interception;

/// <summary>
/// The buttons that open a new dialog. The card with the button stays as it is and the press is answered at once; the dialog is a message
/// of its own that follows.
/// </summary>
internal sealed class OpenPress(
    InterceptionOpening opening,
    ISeenActivityStore seen,
    Answers answers,
    CommandAnswers common,
    IOptions<ChatOptions> options,
    TimeProvider time,
    ILogger<OpenPress> logger) : IPressHandler
{
    public IReadOnlyDictionary<string, Need> Verbs { get; } = new Dictionary<string, Need>
    {
        [Presses.Verbs.InterceptOpen] = Need.To(Permission.Intercept, ofAgent: true),
    };

    public bool Reads => false;

    public async Task<PressReply> HandleAsync(Press press, CancellationToken cancellationToken)
    {
        // Every dialog is a new one, so a redelivered press has to be told apart here.
        if (!await seen.TryAddAsync(nameof(OpenPress), press.Turn.RequestId, cancellationToken))
        {
            return new PressReply.Word(InterceptionTexts.OpenedBelow, PressReply.NoEffect);
        }

        _ = OpenAsync(press);
        return new PressReply.Word(InterceptionTexts.OpenedBelow, PressReply.Effect);
    }

    private async Task OpenAsync(Press press)
    {
        using var limit = new CancellationTokenSource(options.Value.ReadingLimit, time);
        try
        {
            var stopped = await opening.OpenAsync(press.Turn, press.Data.WorkNo, callId: null, limit.Token);
            if (stopped is { Refusal: Refusal.NotSignedIn })
            {
                await common.RefusedAsync(press.Turn, Refusal.NotSignedIn, null, limit.Token);
            }
            else if (stopped is not null)
            {
                await answers.SayPrivatelyAsync(press.Turn.Turn, stopped.Why, limit.Token);
            }
        }
        catch (ChannelException refused)
        {
            Log.PostNotSent(logger, refused.Kind, refused.Status);
        }
#pragma warning disable CA1031 // The press was answered already: an unforeseen error is logged and told, there is nobody to throw it to.
        catch (Exception broken)
#pragma warning restore CA1031
        {
            Log.TurnBroke(logger, broken.GetType().Name, press.Turn.Turn.Activity.Id);
            await TellBrokenAsync(press);
        }
    }

    private async Task TellBrokenAsync(Press press)
    {
        try
        {
            await answers.SayPrivatelyAsync(press.Turn.Turn, CommonTexts.Broken, CancellationToken.None);
        }
        catch (ChannelException refused)
        {
            Log.PostNotSent(logger, refused.Kind, refused.Status);
        }
    }
}
