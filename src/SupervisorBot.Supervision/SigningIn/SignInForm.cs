namespace SupervisorBot.Supervision.SigningIn;

/// <summary>What the sign-in page shows before anything is typed.</summary>
/// <param name="Name">The inspector's name.</param>
/// <param name="AgentId">The agent id that the page signs in, fixed by the directory.</param>
/// <param name="PhoneNumber">The phone number of the directory.</param>
/// <param name="Locale">The language of whoever asked for the link, such as <c>de-DE</c>; null where not known.</param>
[GenerateSerializer, Immutable]
public sealed record SignInForm(string Name, int AgentId, string PhoneNumber, string? Locale);
