using SupervisorBot.Storage.Writing;

namespace SupervisorBot.Storage.Chats;

/// <summary>What a batch knows of conversations that were welcomed and of activities that were handled.</summary>
internal sealed class KnownNames
{
    private static readonly Statement SelectWelcomes = new("SELECT conversation_id FROM welcomes WHERE conversation_id = ANY($1)");
    private static readonly Statement SelectActivities = new("SELECT conversation_id, activity_id FROM seen_activities WHERE activity_id = ANY($1) AND conversation_id = ANY($2)");

    private readonly HashSet<string> _conversations = [];
    private readonly HashSet<(string Conversation, string Activity)> _activities = [];
    private readonly HashSet<string> _welcomed = [];
    private readonly HashSet<(string Conversation, string Activity)> _seen = [];

    public void WantWelcome(Batch batch, string conversationId)
    {
        _conversations.Add(conversationId);
        batch.Lock("welcome", conversationId);
    }

    public void WantActivity(Batch batch, string conversationId, string activityId)
    {
        _activities.Add((conversationId, activityId));
        batch.Lock("activity", $"{conversationId}\n{activityId}");
    }

    public bool TryWelcome(string conversationId) => _welcomed.Add(conversationId);

    public void Forget(string conversationId) => _welcomed.Remove(conversationId);

    public bool TrySee(string conversationId, string activityId) => _seen.Add((conversationId, activityId));

    public IEnumerable<Query> Queries()
    {
        if (_conversations.Count > 0)
        {
            yield return new Query(SelectWelcomes, [_conversations.ToArray()], row => _welcomed.Add(row.GetString(0)));
        }

        if (_activities.Count > 0)
        {
            yield return new Query(
                SelectActivities,
                [_activities.Select(name => name.Activity).ToArray(), _activities.Select(name => name.Conversation).ToArray()],
                row => _seen.Add((row.GetString(0), row.GetString(1))));
        }
    }
}
