namespace SupervisorBot.Chat.Tests.Templating;

/// <summary>What the reference implementation says of a job: how the results differ, and what is wrong with the card.</summary>
internal sealed record ReferenceAnswer(string Id, string? Difference, IReadOnlyList<string> Problems);
