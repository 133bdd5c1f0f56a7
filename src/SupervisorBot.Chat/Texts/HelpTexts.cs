using SupervisorBot.Chat.Languages;

namespace SupervisorBot.Chat.Texts;

/// <summary>Words that help along: what was meant, where the answer is.</summary>
internal static class HelpTexts
{
    private static readonly TextSet s_texts = TextSet.Of(typeof(HelpTexts));

    public static string ForYouAlone => s_texts.Get();

    public static string NotKnownTitle => s_texts.Get();

    public static string RanTitle => s_texts.Get();

    public static string Working => s_texts.Get();

    public static string RunTip(string line) => s_texts.Format(nameof(RunTip), line);

    public static string Ran(string line) => s_texts.Format(nameof(Ran), line);
}
