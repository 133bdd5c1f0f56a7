using SupervisorBot.Chat.State;
using SupervisorBot.Storage.Writing;

namespace SupervisorBot.Storage.History;

/// <summary>Remembers used tickets for <see cref="DatabaseOptions.AnswerLifetime"/>, on all nodes.</summary>
internal sealed class DatabaseUsedTicketStore(DatabaseWriter writer) : IUsedTicketStore
{
    public async ValueTask<bool> TryUseAsync(Guid id, CancellationToken cancellationToken) =>
        (await writer.WriteAsync(new UseTicketChange(id), cancellationToken)).IsFirst;
}
