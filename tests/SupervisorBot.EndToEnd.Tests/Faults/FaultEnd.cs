namespace SupervisorBot.EndToEnd.Tests.Faults;

/// <summary>How a row ends: what the inspector reads, and who has the call then.</summary>
/// <param name="Title">How the last title of the confirmation's card begins.</param>
/// <param name="After">Who has the call.</param>
/// <param name="OnCard">Further words on that card.</param>
/// <param name="InPosts">Words of posts in the thread, each in one post; none means that there is no post after the press.</param>
internal sealed record FaultEnd(string Title, Aftermath After, IReadOnlyList<string> OnCard, IReadOnlyList<string> InPosts)
{
    /// <summary>Words that no post holds.</summary>
    public IReadOnlyList<string> NotInPosts { get; init; } = [];

    /// <summary>How often the first of the posts stands in the thread.</summary>
    public int Copies { get; init; } = 1;

    /// <summary>The title of another card that comes after it, if one does.</summary>
    public string? OnNewCard { get; init; }

    /// <summary>Whether the card's last state stands in a message of its own, since the confirmation's message cannot be edited.</summary>
    public bool IsAnew { get; init; }

    public static FaultEnd Done { get; } = new("✔ Call taken over", Aftermath.InspectorTalks, [], ["took over the call of"]);

    public static FaultEnd CallEnded { get; } = new("× Not taken over: the call has ended", Aftermath.Over, [], ["There is nobody to talk with"]);

    public static FaultEnd PhoneNotPickedUp { get; } =
        new("× Not taken over: your phone was not picked up", Aftermath.Free, [], ["pick your phone up when it rings"]);

    public static FaultEnd TakenByAnother { get; } =
        new("× Not taken over: another inspector has this call", Aftermath.Elsewhere, ["took this call before you"], ["You are not on the call"]);

    public static FaultEnd Expired { get; } = new("Expired: nothing was done", Aftermath.Free, ["Nobody confirmed in time."], []);

    public static FaultEnd NotSignedIn { get; } = new("× Not signed in", Aftermath.Free, ["The gateway could not be reached."], []);

    /// <summary>The session ended before the intercept could be sent.</summary>
    public static FaultEnd SessionEnded { get; } =
        new("× Not taken over", Aftermath.Free, ["Your session at the gateway ended before the interception was sent."], ["keeps the call"]);

    /// <summary>Nothing was sent, and the words say so.</summary>
    public static FaultEnd Unreachable { get; } = new(
        "× Not taken over: the gateway cannot be reached",
        Aftermath.Free,
        ["so the interception was never sent"],
        ["If it lasts, tell the people who run the contact centre."]);

    /// <summary>The intercept was not sent, because what comes before it got no answer.</summary>
    public static FaultEnd NotSent { get; } = new("× Not taken over", Aftermath.Free, ["so the interception was not sent"], ["keeps the call"]);

    /// <summary>The intercept was sent, and the gateway's state shows that it did nothing.</summary>
    public static FaultEnd NotDone { get; } = new("× Not taken over", Aftermath.Free, ["the agent still has the call"], ["keeps the call"]);

    /// <summary>The intercept was sent, and nobody can tell what became of it.</summary>
    public static FaultEnd Unknown(Aftermath after) =>
        new("? Unknown: look at your phone", after, ["It was not sent again."], ["look at your phone"]);

    public static FaultEnd Refused(string code) =>
        new("× Not taken over: the gateway refused", Aftermath.Free, [$"(gateway code {code})"], ["The call was not taken over"]);

    public FaultEnd Then(Aftermath after) => this with { After = after };
}
