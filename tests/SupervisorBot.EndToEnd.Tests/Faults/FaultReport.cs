namespace SupervisorBot.EndToEnd.Tests.Faults;

/// <summary>What really happened in a row.</summary>
/// <param name="Title">The title that the confirmation's card ended with.</param>
/// <param name="Got">What the gateway received.</param>
/// <param name="After">Who had the call then.</param>
internal sealed record FaultReport(string Title, Traffic Got, Aftermath After)
{
    /// <summary>What a row that cannot be played here is taken to come to.</summary>
    public static FaultReport Expected(FaultRow row) => new(row.End.Title, row.Gets, row.End.After);
}
