using SupervisorBot.Gateway.Monitoring;
using SupervisorBot.Supervision.Audit;

namespace SupervisorBot.Chat.Presses;

/// <summary>What a press asks for, in the audit's words.</summary>
internal static class PressActs
{
    public static AuditAct Of(Press press) => press.Verb switch
    {
        Verbs.SignIn => AuditAct.SignIn,
        Verbs.SignOut => AuditAct.SignOut,
        Verbs.MonitorStart => press.Data.Mode switch
        {
            MonitoringMode.Insert => AuditAct.Insert,
            MonitoringMode.Whisper => AuditAct.Whisper,
            _ => AuditAct.Listen,
        },
        Verbs.MonitorSwitch => AuditAct.Switch,
        Verbs.MonitorStop => AuditAct.Stop,
        Verbs.HistoryPage => AuditAct.History,
        Verbs.HistoryCsv => AuditAct.Export,
        Verbs.HangUp or Verbs.TalkEnd => AuditAct.HangUp,
        Verbs.TalkHold => AuditAct.Hold,
        Verbs.TalkResume => AuditAct.Resume,
        Verbs.TalkMute => AuditAct.Mute,
        Verbs.TalkUnmute => AuditAct.Unmute,
        Verbs.TalkTransfer or Verbs.TalkTransferTo or Verbs.TalkHandBack => AuditAct.Transfer,
        Verbs.ForceConfirm => AuditAct.Force,
        Verbs.DropConfirm => AuditAct.Drop,
        Verbs.Agents or Verbs.AgentsPage or Verbs.BoardPage or Verbs.BoardStop or Verbs.BoardStart => AuditAct.List,
        Verbs.InterceptOpen or Verbs.InterceptPage or Verbs.InterceptAgent or Verbs.InterceptCall or Verbs.InterceptConfirm or Verbs.InterceptCancel => AuditAct.Intercept,
        _ => AuditAct.Press,
    };
}
