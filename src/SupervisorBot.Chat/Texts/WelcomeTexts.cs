namespace SupervisorBot.Chat.Texts;

/// <summary>Words of the welcome.</summary>
internal static class WelcomeTexts
{
    public const string Title = "Supervisor bot";
    public const string Subtitle = "Monitor agents and take calls over, from this chat";
    public const string First = "I work for the inspectors of the contact centre. Type one of these to begin:";
    public const string InAGroup = "In a group chat or channel, mention me first.";
    public const string Help = "What can I type?";
    public const string HelpTip = "Show all commands";
}
