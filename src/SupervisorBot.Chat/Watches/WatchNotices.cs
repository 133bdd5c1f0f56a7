using System.Text.Json;
using Microsoft.Extensions.Logging;
using SupervisorBot.Chat.State;
using SupervisorBot.Chat.Telemetry;
using SupervisorBot.Supervision.Agents;
using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Chat.Watches;

/// <summary>Passes on what the gateway tells of agents' sign-ins and sign-outs to the chats whose rules want to know.</summary>
internal sealed class WatchNotices(IWatches watches, ILogger<WatchNotices> logger) : IAgentNotices
{
    private volatile ILookup<int, string> _threads = Enumerable.Empty<string>().ToLookup(_ => 0);

    /// <summary>Takes note of all watches that there are.</summary>
    public void Know(IReadOnlyList<ThreadDocument> stored) => _threads = stored
        .SelectMany(document => OwnersOf(document).Select(owner => (Owner: owner, document.Thread)))
        .ToLookup(entry => entry.Owner, entry => entry.Thread);

    public void Tell(Inspector observer, int workNo, string? name, bool signedIn)
    {
        foreach (var thread in _threads[observer.AgentId])
        {
            _ = TellAsync(thread, observer.AgentId, workNo, signedIn);
        }
    }

    private async Task TellAsync(string thread, int owner, int workNo, bool signedIn)
    {
        try
        {
            await watches.NoticeAsync(thread, owner, workNo, signedIn);
        }
#pragma warning disable CA1031 // Nobody waits: what is lost here is seen in the next list of agents.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Log.WatchFailed(logger, exception.GetType().Name);
        }
    }

    private static IEnumerable<int> OwnersOf(ThreadDocument document)
    {
        try
        {
            return Watch.Read(document.Document).Rules.Where(rule => rule.IsOfPresence).Select(rule => rule.Owner.AgentId).Distinct();
        }
        catch (JsonException)
        {
            return [];
        }
    }
}
