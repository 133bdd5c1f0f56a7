using SupervisorBot.Chat.Languages;

namespace SupervisorBot.Chat.Texts;

/// <summary>Words to those who may not use the bot.</summary>
internal static class AdmissionTexts
{
    private static readonly TextSet s_texts = TextSet.Of(typeof(AdmissionTexts));

    public static string NotListed => s_texts.Get();

    public static string Guest => s_texts.Get();

    public static string NotKnown => s_texts.Get();

    public static string ForeignTenant => s_texts.Get();
}
