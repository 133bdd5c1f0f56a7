using SupervisorBot.Supervision.Outbox;

namespace SupervisorBot.Chat.State;

/// <summary>What lasts in threads, in the process's own memory and gone with it.</summary>
internal sealed class MemoryThreadDocumentStore(IOutboxStore outbox, TimeProvider time) : IThreadDocumentStore
{
    private const int MostOccurrences = 100_000;
    private static readonly TimeSpan Memory = TimeSpan.FromDays(7);

    private readonly Lock _gate = new();
    private readonly Dictionary<(string Kind, string Thread), ThreadDocument> _documents = [];
    private readonly AgedMemory<bool> _told = new(MostOccurrences, Memory, time);

    public Task<ThreadDocument?> FindAsync(string kind, string thread, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult(_documents.GetValueOrDefault((kind, thread)));
        }
    }

    public Task<IReadOnlyList<ThreadDocument>> FindLiveAsync(string kind, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<ThreadDocument>>([.. _documents.Values.Where(document => document.Kind == kind && document.IsLive)]);
        }
    }

    public Task<bool> PutAsync(ThreadDocument document, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var key = (document.Kind, document.Thread);
            if ((_documents.GetValueOrDefault(key)?.Version ?? 0) != document.Version - 1)
            {
                return Task.FromResult(false);
            }

            _documents[key] = document;
            return Task.FromResult(true);
        }
    }

    public async Task<bool> TellOnceAsync(IReadOnlyList<string> names, OutboxEntry message, CancellationToken cancellationToken)
    {
        string KeyOf(string name) => $"{message.Thread}\n{name}";
        if (names.Any(name => _told.TryGet(KeyOf(name), out _)) || !_told.TryAdd(KeyOf(names[0]), true))
        {
            return false;
        }

        try
        {
            await outbox.AddAsync([message], cancellationToken);
            return true;
        }
        catch
        {
            _told.Remove(KeyOf(names[0]));
            throw;
        }
    }
}
