namespace SupervisorBot.Chat.Texts;

/// <summary>Words to those who may not use the bot.</summary>
internal static class AdmissionTexts
{
    public const string NotListed =
        "You are not listed as an inspector, so I cannot do this for you. Nothing was changed. "
        + "If you should be listed, ask the people who run this bot to add you.";

    public const string Guest =
        "I work for the people of this organisation only, not for guests, so I cannot do this for you. Nothing was changed.";

    public const string NotKnown = "I cannot find out at the moment who may use me, so nothing was done. Try again in a moment.";

    public const string ForeignTenant =
        "Your organisation is not allowed to use this bot, so I cannot do this for you. Nothing was changed.";
}
