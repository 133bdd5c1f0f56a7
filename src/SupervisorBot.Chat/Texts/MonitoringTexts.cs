using SupervisorBot.Gateway.Monitoring;
using SupervisorBot.Supervision.Monitoring;

namespace SupervisorBot.Chat.Texts;

/// <summary>Words of monitoring. A mode is always named by who hears whom.</summary>
internal static class MonitoringTexts
{
    public const string StopTitle = "Leave (the call goes on)";
    public const string StopTip = "Leave the call: agent and customer go on talking without you";
    public const string InterceptTitle = "Intercept…";
    public const string InterceptTip = "Take this call over; a confirmation is asked first";
    public const string StopAsked = "Leaving the call. The agent and the customer go on talking.";
    public const string SwitchAsked = "Asked the gateway to change the mode.";

    public static string Name(MonitoringMode mode) => mode switch
    {
        MonitoringMode.Listen => "Listen",
        MonitoringMode.Insert => "Insert",
        MonitoringMode.Whisper => "Whisper",
        _ => mode.ToString(),
    };

    public static string WhoHears(MonitoringMode mode) => mode switch
    {
        MonitoringMode.Listen => "nobody hears you",
        MonitoringMode.Insert => "agent and customer hear you",
        MonitoringMode.Whisper => "only the agent hears you",
        _ => "",
    };

    /// <summary>Who hears the inspector now: not certain after a change of the mode that was not answered.</summary>
    private static string WhoHears(MonitoringView view) =>
        view.ModeUncertain ? "agent and customer may hear you; change the mode again to be certain" : WhoHears(view.Mode);

    public static string InWords(MonitoringView view) => view.ModeUncertain ? $"Mode not certain: {WhoHears(view)}" : InWords(view.Mode);

    public static string InWords(MonitoringMode mode) => $"{Name(mode)}: {WhoHears(mode)}";

    /// <summary>A button's words: short enough for four in a row, and still by who hears whom.</summary>
    public static string Button(MonitoringMode mode) => mode switch
    {
        MonitoringMode.Listen => "Listen (nobody hears you)",
        MonitoringMode.Insert => "Insert (both hear you)",
        MonitoringMode.Whisper => "Whisper (agent hears you)",
        _ => Name(mode),
    };

    public static string SwitchTip(MonitoringMode mode) => $"Change to {InWords(mode)}";

    public static string Asked(MonitoringMode mode, int workNo) =>
        $"Asked the gateway for {InWords(mode)}, agent {CommonTexts.Number(workNo)}. Your phone may ring: pick it up.";

    public static string Title(MonitoringView view) => view.Phase switch
    {
        MonitoringPhase.Requested => $"{Name(view.Mode)}: asking the gateway",
        MonitoringPhase.PhoneRinging => "☎ Your phone rings: pick it up",
        MonitoringPhase.Active => $"● {InWords(view)}",
        MonitoringPhase.Failed => $"× {Name(view.Mode)} did not come about",
        MonitoringPhase.Ended => "Monitoring has ended",
        _ => InWords(view.Mode),
    };

    public static string Line(MonitoringView view) => view.Phase switch
    {
        MonitoringPhase.Requested => $"Asked the gateway to connect your phone. Once connected: {WhoHears(view.Mode)}.",
        MonitoringPhase.PhoneRinging => $"The gateway is calling your phone. When you pick it up you are on the call: {WhoHears(view.Mode)}.",
        MonitoringPhase.Active => $"You are on the call: {WhoHears(view)}.",
        MonitoringPhase.Failed => "You are not on the call. Agent and customer were not disturbed.",
        MonitoringPhase.Ended => End(view.End),
        _ => "",
    };

    public static string End(MonitoringEnd? end) => end switch
    {
        MonitoringEnd.Asked => "You left the call. Agent and customer go on talking.",
        MonitoringEnd.PhoneReleased => "Your phone was released: you hung it up, or the call itself ended.",
        MonitoringEnd.Intercepted => "You took the call over.",
        MonitoringEnd.Detached => "The interception did not come about, so you were taken off the call again.",
        MonitoringEnd.SignedOut => "You were signed out, which ended the monitoring.",
        _ => "You are no longer on the call.",
    };

    public static string EndedPost(string inspector, MonitoringView view) =>
        $"{inspector} no longer monitors {CommonTexts.Agent(view.WorkNo, view.AgentName)}. {End(view.End)}";

    public static string StopFailed(MonitoringView view) => $"You are still on the call: {WhoHears(view)}.";
}
