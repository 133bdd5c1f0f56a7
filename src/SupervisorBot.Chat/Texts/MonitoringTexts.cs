using SupervisorBot.Chat.Languages;
using SupervisorBot.Gateway.Monitoring;
using SupervisorBot.Supervision.Monitoring;

namespace SupervisorBot.Chat.Texts;

/// <summary>Words of monitoring. A mode is always named by who hears whom.</summary>
internal static class MonitoringTexts
{
    private static readonly TextSet s_texts = TextSet.Of(typeof(MonitoringTexts));

    public static string StopTitle => s_texts.Get();

    public static string StopTip => s_texts.Get();

    public static string InterceptTitle => s_texts.Get();

    public static string InterceptTip => s_texts.Get();

    public static string StopAsked => s_texts.Get();

    public static string SwitchAsked => s_texts.Get();

    public static string Name(MonitoringMode mode) => s_texts.Get($"Name.{mode}");

    public static string WhoHears(MonitoringMode mode) => s_texts.Get($"WhoHears.{mode}");

    /// <summary>Who hears the inspector now: not certain after a change of the mode that was not answered.</summary>
    private static string WhoHears(MonitoringView view) => view.ModeUncertain ? s_texts.Get("WhoHearsUncertain") : WhoHears(view.Mode);

    public static string InWords(MonitoringView view) => view.ModeUncertain ? s_texts.Format("InWordsUncertain", WhoHears(view)) : InWords(view.Mode);

    public static string InWords(MonitoringMode mode) => s_texts.Format(nameof(InWords), Name(mode), WhoHears(mode));

    /// <summary>A button's words: short enough for four in a row, and still by who hears whom.</summary>
    public static string Button(MonitoringMode mode) => s_texts.Get($"Button.{mode}");

    public static string SwitchTip(MonitoringMode mode) => s_texts.Format(nameof(SwitchTip), InWords(mode));

    public static string Asked(MonitoringMode mode, int workNo) => s_texts.Format(nameof(Asked), InWords(mode), CommonTexts.Number(workNo));

    public static string Title(MonitoringView view) => view.Phase switch
    {
        MonitoringPhase.PhoneRinging or MonitoringPhase.Ended => s_texts.Get($"Title.{view.Phase}"),
        MonitoringPhase.Active => s_texts.Format("Title.Active", InWords(view)),
        _ => s_texts.Format($"Title.{view.Phase}", Name(view.Mode)),
    };

    public static string Line(MonitoringView view) => view.Phase switch
    {
        MonitoringPhase.Failed => s_texts.Get("Line.Failed"),
        MonitoringPhase.Ended => End(view.End),
        MonitoringPhase.Active => s_texts.Format("Line.Active", WhoHears(view)),
        _ => s_texts.Format($"Line.{view.Phase}", WhoHears(view.Mode)),
    };

    public static string End(MonitoringEnd? end) => s_texts.Get(end is { } how ? $"End.{how}" : "End.Other");

    public static string EndedPost(string inspector, MonitoringView view) =>
        s_texts.Format(nameof(EndedPost), inspector, CommonTexts.Agent(view.WorkNo, view.AgentName), End(view.End));

    /// <summary>The answer to a typed /switch.</summary>
    public static string Changed(MonitoringView view) => s_texts.Format(nameof(Changed), InWords(view), CommonTexts.Agent(view.WorkNo, view.AgentName));

    public static string StopFailed(MonitoringView view) => s_texts.Format(nameof(StopFailed), WhoHears(view));
}
