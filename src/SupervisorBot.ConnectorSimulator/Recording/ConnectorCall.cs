using System.Text.Json.Nodes;

namespace SupervisorBot.ConnectorSimulator.Recording;

/// <summary>One call as the connector received it.</summary>
/// <param name="Number">Its place among all calls, from 0, in the order of arrival.</param>
/// <param name="Operation">What it asks for.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Target">Path and query exactly as they came over the wire, still percent-encoded.</param>
/// <param name="ConversationId">The conversation, decoded; null where the path names none.</param>
/// <param name="ActivityId">The activity (or member), decoded; null where the path names none.</param>
/// <param name="Body">The body as JSON, null where there is none or it is no JSON. Not to be changed.</param>
/// <param name="Headers">The request's headers.</param>
/// <param name="At">When its body had been read, UTC.</param>
/// <param name="Timestamp">The same moment on <see cref="System.Diagnostics.Stopwatch"/>'s clock, for measurements.</param>
public sealed record ConnectorCall(
    int Number,
    ConnectorOperation Operation,
    string Method,
    string Target,
    string? ConversationId,
    string? ActivityId,
    JsonNode? Body,
    IReadOnlyDictionary<string, string> Headers,
    DateTimeOffset At,
    long Timestamp)
{
    private int _status;

    private long _answeredTimestamp;
    private int _didDuty;

    /// <summary>True if the connector did what it was asked to, whatever was answered: a post is in its thread, an edit is made.</summary>
    public bool DidDuty
    {
        get => Volatile.Read(ref _didDuty) == 1;
        internal set => Volatile.Write(ref _didDuty, value ? 1 : 0);
    }

    /// <summary>When the answer began to be sent, on the clock of <see cref="Timestamp"/>; null while there is none, or when it never was.</summary>
    public long? AnsweredTimestamp
    {
        get => Volatile.Read(ref _answeredTimestamp) is var sent && sent != 0 ? sent : null;
        internal set => Volatile.Write(ref _answeredTimestamp, value ?? 0);
    }

    /// <summary>The status that was answered; 0 while there is none, or when the answer was dropped.</summary>
    public int Status
    {
        get => Volatile.Read(ref _status);
        internal set => Volatile.Write(ref _status, value);
    }

    /// <summary>The activity's text; null where there is none.</summary>
    public string? Text => Body is JsonObject activity && activity["text"] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    /// <summary>The first Adaptive Card of the activity; null where there is none.</summary>
    public JsonObject? Card => Cards.CardReader.FirstCard(Body as JsonObject);

    /// <summary>The call in one line, for messages about calls.</summary>
    internal string Line => $"  {Number} {Method} {Target} {Text ?? Card?.ToJsonString()}";

    /// <summary>True for what concerns a targeted message, by the query <c>isTargetedActivity=true</c>.</summary>
    public bool IsTargeted { get; } = ConnectorRoutes.IsTargeted(Target);

    /// <summary>True for what Teams' limits for a thread count: a post, an edit or a deletion.</summary>
    public bool IsSend => IsPost || Operation is ConnectorOperation.Update or ConnectorOperation.Delete;

    /// <summary>True for a post (<see cref="ConnectorOperation.Send"/> or <see cref="ConnectorOperation.Reply"/>).</summary>
    public bool IsPost => Operation is ConnectorOperation.Send or ConnectorOperation.Reply;
}
