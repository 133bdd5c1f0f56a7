using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Supervision.Administration;

/// <summary>What became of a change of the directory.</summary>
/// <param name="Refusal">Why nothing was changed; null where it was.</param>
/// <param name="Before">The directory before.</param>
/// <param name="After">The directory with the change.</param>
public sealed record EditAnswer(EditRefusal? Refusal, DirectoryContents? Before = null, DirectoryContents? After = null);
