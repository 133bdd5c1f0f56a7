using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Outbox;
using SupervisorBot.Chat.State;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Outbox;

namespace SupervisorBot.Chat.Watches;

/// <summary>What every watch works with.</summary>
internal sealed class WatchServices(
    ISupervisionDesk desk,
    IInspectorDirectory directory,
    IThreadDocumentStore store,
    Postbox postbox,
    IOutboxWaker waker,
    CardMessages cards,
    AccessAudit audit,
    IOptions<WatchOptions> options,
    TimeProvider time,
    ILogger<LiveWatch> logger)
{
    public ISupervisionDesk Desk => desk;

    public IInspectorDirectory Directory => directory;

    public IThreadDocumentStore Store => store;

    public Postbox Postbox => postbox;

    public IOutboxWaker Waker => waker;

    public CardMessages Cards => cards;

    public AccessAudit Audit => audit;

    public WatchOptions Options => options.Value;

    public TimeProvider Time => time;

    public ILogger Logger => logger;
}
