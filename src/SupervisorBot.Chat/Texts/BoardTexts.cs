using SupervisorBot.Chat.Boards;
using SupervisorBot.Chat.Languages;

namespace SupervisorBot.Chat.Texts;

/// <summary>Words of live boards.</summary>
internal static class BoardTexts
{
    private static readonly TextSet s_texts = TextSet.Of(typeof(BoardTexts));

    public static string Title => s_texts.Get();

    public static string ChartTitle => s_texts.Get();

    public static string Stop => s_texts.Get();

    public static string StopTip => s_texts.Get();

    public static string Start => s_texts.Get();

    public static string StartTip => s_texts.Get();

    public static string PreviousTip => s_texts.Get();

    public static string NextTip => s_texts.Get();

    public static string ListenTip => s_texts.Get();

    public static string NoCall => s_texts.Get();

    public static string IsInspector => s_texts.Get();

    public static string NobodyMatches => s_texts.Get();

    public static string Somebody => s_texts.Get();

    public static string NotMore => s_texts.Get();

    public static string TitleOf(string filter) => s_texts.Format(nameof(TitleOf), filter);

    public static string For(string span) => s_texts.Format(nameof(For), span);

    public static string Call(string span) => s_texts.Format(nameof(Call), span);

    public static string LongCall(string span) => s_texts.Format(nameof(LongCall), span);

    public static string LongHold(string span) => s_texts.Format(nameof(LongHold), span);

    public static string OnHold(string span) => s_texts.Format(nameof(OnHold), span);

    public static string MonitoredBy(string inspector, string mode) => s_texts.Format(nameof(MonitoredBy), inspector, mode);

    public static string MoreMonitors(int count) => s_texts.Count(nameof(MoreMonitors), count);

    public static string ListenNotShown(string opener) => s_texts.Format(nameof(ListenNotShown), opener);

    public static string Rule(string hold, string call, string until) => s_texts.Format(nameof(Rule), hold, call, until);

    /// <summary>Why a board has stopped.</summary>
    /// <param name="end">Why.</param>
    /// <param name="at">When.</param>
    /// <param name="person">Whom it concerns.</param>
    public static string Ended(BoardEnd end, string at, string person) => s_texts.Format($"Ended.{end}", at, person);
}
