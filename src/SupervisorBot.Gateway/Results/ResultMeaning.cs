namespace SupervisorBot.Gateway.Results;

/// <summary>A result code in a person's words.</summary>
/// <param name="Meaning">What happened, one sentence.</param>
/// <param name="NextStep">What the inspector can do now, one sentence.</param>
public sealed record ResultMeaning(string Meaning, string NextStep);
