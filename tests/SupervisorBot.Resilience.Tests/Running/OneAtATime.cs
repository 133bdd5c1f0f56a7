namespace SupervisorBot.Resilience.Tests.Running;

/// <summary>The tests here start several processes each, and share a small machine: one test at a time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OneAtATime
{
    /// <summary>The collection's name.</summary>
    public const string Name = "One at a time";
}
