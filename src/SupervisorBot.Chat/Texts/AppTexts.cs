using SupervisorBot.Chat.Languages;

namespace SupervisorBot.Chat.Texts;

/// <summary>Words by which Teams shows the app.</summary>
internal static class AppTexts
{
    /// <summary>The name, which is no word of any language. At most 30 characters.</summary>
    public const string Name = "SupervisorBot";

    private static readonly TextSet s_texts = TextSet.Of(typeof(AppTexts));

    /// <summary>At most 100 characters.</summary>
    public static string FullName => s_texts.Get();

    /// <summary>At most 80 characters.</summary>
    public static string ShortDescription => s_texts.Get();

    /// <summary>At most 4,000 characters.</summary>
    public static string Description => s_texts.Get();
}
