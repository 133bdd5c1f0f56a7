namespace SupervisorBot.Tests.Settings;

/// <summary>A row of the README's table.</summary>
internal sealed record SettingsRow(string Setting, string Default, string Range, string Meaning)
{
    public string ToMarkdown() => $"| {Setting} | {Default} | {Range} | {Meaning} |";
}
