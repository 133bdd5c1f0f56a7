namespace SupervisorBot.EndToEnd.Tests.Faults;

/// <summary>Who has the call when everything is over, and whether another inspector could take it: tried, not read from inside.</summary>
internal enum Aftermath
{
    /// <summary>The inspector who pressed talks with the customer.</summary>
    InspectorTalks,

    /// <summary>The agent keeps the call, and another inspector can take it.</summary>
    Free,

    /// <summary>The agent keeps the call, and another inspector is told that it is taken.</summary>
    Reserved,

    /// <summary>The call is over.</summary>
    Over,

    /// <summary>Somebody else has the call.</summary>
    Elsewhere,
}
