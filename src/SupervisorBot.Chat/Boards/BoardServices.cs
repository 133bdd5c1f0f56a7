using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Outbox;
using SupervisorBot.Chat.State;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Chat.Boards;

/// <summary>What every board works with.</summary>
internal sealed class BoardServices(
    ISupervisionDesk desk,
    IInspectorDirectory directory,
    IThreadDocumentStore store,
    Postbox postbox,
    CardMessages cards,
    AccessAudit audit,
    IOptions<BoardOptions> options,
    TimeProvider time,
    ILogger<LiveBoard> logger)
{
    public ISupervisionDesk Desk => desk;

    public IInspectorDirectory Directory => directory;

    public IThreadDocumentStore Store => store;

    public Postbox Postbox => postbox;

    public CardMessages Cards => cards;

    public AccessAudit Audit => audit;

    public BoardOptions Options => options.Value;

    public TimeProvider Time => time;

    public ILogger Logger => logger;
}
