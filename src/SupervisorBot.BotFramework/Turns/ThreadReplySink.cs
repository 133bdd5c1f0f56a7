using SupervisorBot.BotFramework.Channel;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.BotFramework.Threads;

namespace SupervisorBot.BotFramework.Turns;

/// <summary>Answers through the thread's queue.</summary>
internal sealed class ThreadReplySink(IThreads threads, ConversationReference conversation, Activity asked) : IReplySink
{
    public Task<SentActivity> SendAsync(Activity reply, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(reply);
        return threads.PostAsync(conversation, Reply.To(asked, reply), ct);
    }
}
