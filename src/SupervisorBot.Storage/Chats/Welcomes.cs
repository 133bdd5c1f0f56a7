using SupervisorBot.Storage.Writing;

namespace SupervisorBot.Storage.Chats;

/// <summary>What a batch knows of conversations that were welcomed.</summary>
internal sealed class Welcomes
{
    private static readonly Statement SelectWelcomes = new("SELECT conversation_id FROM welcomes WHERE conversation_id = ANY($1)");

    private readonly HashSet<string> _conversations = [];
    private readonly HashSet<string> _welcomed = [];

    public void Want(Batch batch, string conversationId)
    {
        _conversations.Add(conversationId);
        batch.Lock("welcome", conversationId);
    }

    public bool TryAdd(string conversationId) => _welcomed.Add(conversationId);

    public void Remove(string conversationId) => _welcomed.Remove(conversationId);

    public IEnumerable<Query> Queries()
    {
        if (_conversations.Count > 0)
        {
            yield return new Query(SelectWelcomes, [_conversations.ToArray()], row => _welcomed.Add(row.GetString(0)));
        }
    }
}
