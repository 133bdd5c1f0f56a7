namespace SupervisorBot.Chat.Presses;

/// <summary>The verbs of the cards' buttons.</summary>
internal static class Verbs
{
    public const string AgentsPage = "agents.page";
    public const string InterceptOpen = "intercept.open";
    public const string InterceptPage = "intercept.page";
    public const string InterceptAgent = "intercept.agent";
    public const string InterceptCall = "intercept.call";
    public const string InterceptConfirm = "intercept.confirm";
    public const string InterceptCancel = "intercept.cancel";
    public const string ApprovalApprove = "approval.approve";
    public const string ApprovalDecline = "approval.decline";
    public const string MonitorStart = "monitor.start";
    public const string MonitorSwitch = "monitor.switch";
    public const string MonitorStop = "monitor.stop";
    public const string TalkHold = "talk.hold";
    public const string TalkResume = "talk.resume";
    public const string TalkMute = "talk.mute";
    public const string TalkUnmute = "talk.unmute";
    public const string TalkTransfer = "talk.transfer";
    public const string TalkTransferTo = "talk.transferTo";
    public const string TalkHandBack = "talk.handback";
    public const string TalkEnd = "talk.end";
    public const string HangUp = "talk.hangup";
    public const string ForceConfirm = "force.confirm";
    public const string DropConfirm = "drop.confirm";
    public const string ActCancel = "act.cancel";
    public const string SignIn = "session.signin";
    public const string SignOut = "session.signout";
    public const string Status = "session.status";
    public const string RunCommand = "command.run";
    public const string Help = "help.show";
    public const string Agents = "agents.open";
    public const string HistoryPage = "history.page";
    public const string HistoryCsv = "history.csv";
    public const string Language = "language.choose";
    public const string BoardPage = "board.page";
    public const string BoardStop = "board.stop";
    public const string BoardStart = "board.start";
}
