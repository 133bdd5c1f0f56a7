namespace SupervisorBot.Resilience.Tests.Killing;

/// <summary>What an inspector is told of an interception.</summary>
internal enum Outcome
{
    /// <summary>The call was taken over.</summary>
    Done,

    /// <summary>It was not, for whatever reason.</summary>
    NotDone,

    /// <summary>It is not certain.</summary>
    Unknown,
}
