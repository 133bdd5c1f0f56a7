using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupervisorBot.BotFramework.Channel;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Chat.State;
using SupervisorBot.Chat.Telemetry;

namespace SupervisorBot.Chat.Replies;

/// <summary>
/// Shows that the bot is working, where an answer takes long: not for what only the asker sees, nor in channels, where Teams shows no such sign. It leaves
/// through the thread's queue and counts there like any message, so it is shown a few times at most.
/// </summary>
internal sealed class TypingSign(IOptions<ChatOptions> options, TimeProvider time, ILogger<TypingSign> logger)
{
    private const int Most = 3;

    /// <summary>Does something, and shows the sign while it lasts.</summary>
    public async Task<T> WhileAsync<T>(ChatTurn turn, Func<Task<T>> work)
    {
        if (turn.WantsRepliesInBody || turn.Turn.Activity is not { Type: ActivityTypes.Message, Recipient: not { IsTargeted: true } }
            || turn.Conversation.ConversationType == ConversationTypes.Channel)
        {
            return await work();
        }

        using var done = new CancellationTokenSource();
        var showing = ShowAsync(turn, done.Token);
        try
        {
            return await work();
        }
        finally
        {
            await done.CancelAsync();
            await showing;
        }
    }

    private async Task ShowAsync(ChatTurn turn, CancellationToken done)
    {
        try
        {
            await Task.Delay(options.Value.TypingAfter, time, done);
            for (var shown = 0; shown < Most; shown++)
            {
                await turn.Turn.Replies.SendAsync(Activity.Typing(), done);
                await Task.Delay(options.Value.TypingInterval, time, done);
            }
        }
        catch (OperationCanceledException) when (done.IsCancellationRequested)
        {
            // The answer is there.
        }
#pragma warning disable CA1031 // It is a courtesy: whatever keeps it from being shown does not keep the answer.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Log.TypingFailed(logger, failure is ChannelException refused ? refused.Kind.ToString() : failure.GetType().Name);
        }
    }
}
