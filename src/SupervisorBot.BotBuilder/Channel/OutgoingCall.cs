namespace SupervisorBot.BotBuilder.Channel;

/// <summary>One try of a call, from where it begins to where its request leaves, through everything of the SDK that lies between.</summary>
internal sealed class OutgoingCall : IDisposable
{
    private static readonly AsyncLocal<OutgoingCall?> s_current = new();

    private OutgoingCall(bool isTargeted) => IsTargeted = isTargeted;

    /// <summary>The try that the caller is in, or null.</summary>
    public static OutgoingCall? Current => s_current.Value;

    /// <summary>Whether a request has left, or has at least been handed to the connection: what is thrown before that had no effect.</summary>
    public bool HasLeft { get; set; }

    /// <summary>Whether it is about a message for one person among several.</summary>
    public bool IsTargeted { get; }

    public static OutgoingCall Begin(bool isTargeted) => s_current.Value = new OutgoingCall(isTargeted);

    public void Dispose() => s_current.Value = null;
}
