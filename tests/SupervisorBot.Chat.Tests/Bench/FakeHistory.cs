using System.Collections.Concurrent;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.History;
using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Chat.Tests.Bench;

/// <summary>The history as a script.</summary>
internal sealed class FakeHistory : IHistoryDesk
{
    public IReadOnlyList<HistoryLine> Lines { get; set; } = [];

    public bool IsCut { get; set; }

    public AccessRefusal? Refusal { get; set; }

    /// <summary>What was asked, by whom.</summary>
    public ConcurrentQueue<(Inspector Asker, AuditActor Actor, HistoryQuery Query)> Asked { get; } = new();

    public Task<HistoryAnswer> ReadAsync(Inspector asker, AuditActor actor, HistoryQuery query, CancellationToken cancellationToken)
    {
        Asked.Enqueue((asker, actor, query));
        return Task.FromResult(Refusal is { } why ? HistoryAnswer.No(why) : new HistoryAnswer(Lines, IsCut));
    }
}
