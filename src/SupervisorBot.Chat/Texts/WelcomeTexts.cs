using SupervisorBot.Chat.Languages;

namespace SupervisorBot.Chat.Texts;

/// <summary>Words of the welcome.</summary>
internal static class WelcomeTexts
{
    private static readonly TextSet s_texts = TextSet.Of(typeof(WelcomeTexts));

    public static string Title => s_texts.Get();

    public static string Subtitle => s_texts.Get();

    public static string First => s_texts.Get();

    public static string InAGroup => s_texts.Get();

    public static string Help => s_texts.Get();

    public static string HelpTip => s_texts.Get();
}
