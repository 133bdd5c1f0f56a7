using System.Text.Json.Nodes;
using SupervisorBot.BotFramework.Endpoint;
using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.BotFramework.Turns;

/// <summary>What the channel is answered to an activity that it delivered.</summary>
public sealed record TurnAnswer
{
    private TurnAnswer()
    {
    }

    /// <summary>The activity was taken; there is nothing to say.</summary>
    public static TurnAnswer Taken { get; } = new();

    /// <summary>The answer of an invoke; null for every other activity, and where the activity was refused.</summary>
    public InvokeResponse? Invoke { get; private init; }

    /// <summary>The collected answers, where the sender asked for them in the HTTP answer (<c>expectReplies</c>); null otherwise.</summary>
    public IReadOnlyList<Activity>? Replies { get; private init; }

    /// <summary>Whether the activity was not taken: there is no room for it, or the bot is stopping. The channel may deliver it again.</summary>
    public bool IsRefused => Refusal is not null;

    internal Refusal? Refusal { get; private init; }

    internal static TurnAnswer Of(InvokeResponse invoke) => new() { Invoke = invoke };

    internal static TurnAnswer Of(IReadOnlyList<Activity> replies, InvokeResponse? invoke = null) => new() { Replies = replies, Invoke = invoke };

    internal static TurnAnswer Of(Refusal refusal) => new() { Refusal = refusal };
}
