namespace SupervisorBot.SignInPage;

/// <summary>Something that is wrong with what was typed.</summary>
/// <param name="Field">The field's name; null where it is no single one's.</param>
/// <param name="Text">What to do, in the page's language.</param>
internal sealed record FormError(string? Field, string Text);
