namespace SupervisorBot.Demo;

/// <summary>Who talks with the bot.</summary>
internal enum DemoClient
{
    /// <summary>The Playground on a terminal with Node, otherwise the walkthrough.</summary>
    Automatic,

    /// <summary>The demo itself, from sign-in to sign-out.</summary>
    Walkthrough,

    /// <summary>Nobody yet: the bot and the simulator wait for a client of one's own.</summary>
    None,
}
