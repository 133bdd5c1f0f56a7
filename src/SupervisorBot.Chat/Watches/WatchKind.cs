using System.Text.Json.Serialization;

namespace SupervisorBot.Chat.Watches;

/// <summary>What a rule watches for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WatchKind>))]
internal enum WatchKind
{
    /// <summary>A call that lasts longer than a span.</summary>
    Call,

    /// <summary>A call that is on hold for longer than a span.</summary>
    Hold,

    /// <summary>An agent who is in a state for longer than a span.</summary>
    State,

    /// <summary>An agent who signs in.</summary>
    SignIn,

    /// <summary>An agent who signs out.</summary>
    SignOut,
}
