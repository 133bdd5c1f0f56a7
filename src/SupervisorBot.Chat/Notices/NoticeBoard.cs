using SupervisorBot.Chat.Outbox;
using SupervisorBot.Supervision.Notices;

namespace SupervisorBot.Chat.Notices;

/// <summary>Tells what happens in the threads: puts it into messages, which wait in the outbox.</summary>
internal sealed class NoticeBoard(INoticeComposer composer, Postbox postbox) : ISupervisionListener
{
    /// <inheritdoc/>
    public Task OnNoticeAsync(SupervisionNotice notice, CancellationToken cancellationToken) =>
        postbox.AddAsync(composer.Compose(notice), cancellationToken);
}
