namespace SupervisorBot.Supervision.SigningIn;

/// <summary>What came of a sign-in over the page.</summary>
public enum PageResult
{
    /// <summary>The link is not to be used: it is used, expired, or none.</summary>
    NoLink,

    /// <summary>Signed in at the gateway; the code makes it usable.</summary>
    SignedIn,

    /// <summary>The agent id is signed in elsewhere; after the code a take-over is offered in the chat.</summary>
    SignedInElsewhere,

    /// <summary>It failed; the link can be used again.</summary>
    Failed,

    /// <summary>It failed once too often; the link is used up.</summary>
    FailedForGood,
}
