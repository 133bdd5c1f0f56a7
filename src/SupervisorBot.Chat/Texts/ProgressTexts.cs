using SupervisorBot.Chat.Languages;

namespace SupervisorBot.Chat.Texts;

/// <summary>Words about how far something has come.</summary>
internal static class ProgressTexts
{
    private static readonly TextSet s_texts = TextSet.Of(typeof(ProgressTexts));

    public static string SeenByAll => s_texts.Get();

    public static string Took => s_texts.Get();

    /// <summary>Which step it is at, and since when, where that is known.</summary>
    public static string Where(int step, int of, string? since) => since is null
        ? s_texts.Format(nameof(Where), step, of)
        : s_texts.Format("WhereSince", step, of, since);
}
