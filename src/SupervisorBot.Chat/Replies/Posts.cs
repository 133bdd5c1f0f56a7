using Microsoft.Extensions.Logging;
using SupervisorBot.BotFramework.Channel;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.BotFramework.Threads;
using SupervisorBot.Chat.Telemetry;

namespace SupervisorBot.Chat.Replies;

/// <summary>Posts into threads, in order, without waiting for the channel.</summary>
internal sealed class Posts(IThreads threads, ILogger<Posts> logger)
{
    public void Post(ConversationReference where, Activity activity) => _ = PostAsync(where, activity);

    public void Post(ConversationReference where, string text) => Post(where, Activity.Message(text));

    private async Task PostAsync(ConversationReference where, Activity activity)
    {
        try
        {
            await (await threads.PostAsync(where, activity, CancellationToken.None)).Delivery;
        }
        catch (ChannelException refused)
        {
            Log.PostNotSent(logger, refused.Kind, refused.Status);
        }
#pragma warning disable CA1031 // Nobody awaits a post: an unforeseen error is logged, and the posts behind it go on.
        catch (Exception unforeseen)
#pragma warning restore CA1031
        {
            Log.PostBroke(logger, unforeseen.GetType().Name);
        }
    }
}
