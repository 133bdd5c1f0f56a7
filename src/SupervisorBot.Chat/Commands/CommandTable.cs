using System.Collections.Immutable;
using SupervisorBot.Chat.Access;
using SupervisorBot.Supervision.Access;

namespace SupervisorBot.Chat.Commands;

/// <summary>Every command there is, in the order in which help lists them.</summary>
internal static class CommandTable
{
    public static CommandInfo Intercept { get; } = new("intercept", "[workNo [callId]]", "/intercept 2001", CommandGroup.Calls, Need.To(Permission.Intercept, ofAgent: true))
    {
        OtherNames = ["takeover", "take", "pickup", "grab"],
    };

    public static CommandInfo Agents { get; } = new("agents", "[text]", "/agents sales", CommandGroup.Agents, Need.To(Permission.List));

    public static CommandInfo Calls { get; } = new("calls", "<workNo>", "/calls 2001", CommandGroup.Agents, Need.To(Permission.List, ofAgent: true));

    public static CommandInfo Board { get; } = new("board", "[team|state|text]", "/board sales", CommandGroup.Agents, Need.To(Permission.List))
    {
        OtherNames = ["dashboard", "live"],
    };

    public static CommandInfo Watch { get; } = new("watch", "[rule|quiet|list|off]", "/watch call longer 5m", CommandGroup.Agents, Need.To(Permission.List))
    {
        OtherNames = ["alert", "alerts", "notify"],
    };

    public static CommandInfo Listen { get; } = new("listen", "<workNo>", "/listen 2001", CommandGroup.Calls, Need.To(Permission.Listen, ofAgent: true))
    {
        OtherNames = ["monitor", "spy", "eavesdrop"],
    };

    public static CommandInfo Whisper { get; } = new("whisper", "<workNo>", "/whisper 2001", CommandGroup.Calls, Need.To(Permission.Whisper, ofAgent: true))
    {
        OtherNames = ["coach"],
    };

    public static CommandInfo Insert { get; } = new("insert", "<workNo>", "/insert 2001", CommandGroup.Calls, Need.To(Permission.Insert, ofAgent: true))
    {
        OtherNames = ["barge", "bargein", "join", "conference"],
    };

    public static CommandInfo Switch { get; } = new("switch", "<listen|insert|whisper>", "/switch whisper", CommandGroup.Calls, Need.ToTakePart());

    public static CommandInfo Stop { get; } = new("stop", "", "/stop", CommandGroup.Calls, Need.Listed)
    {
        OtherNames = ["leave", "exit", "quit"],
    };

    public static CommandInfo HangUp { get; } = new("hangup", "[now]", "/hangup", CommandGroup.TakenOver, Need.Listed)
    {
        OtherNames = ["end", "disconnect"],
    };

    public static CommandInfo Hold { get; } = new("hold", "", "/hold", CommandGroup.TakenOver, Need.Listed);

    public static CommandInfo Resume { get; } = new("resume", "", "/resume", CommandGroup.TakenOver, Need.Listed);

    public static CommandInfo Mute { get; } = new("mute", "", "/mute", CommandGroup.TakenOver, Need.Listed);

    public static CommandInfo Unmute { get; } = new("unmute", "", "/unmute", CommandGroup.TakenOver, Need.Listed);

    public static CommandInfo Transfer { get; } = new("transfer", "<agent|queue|number> <which>", "/transfer agent 2002", CommandGroup.TakenOver, Need.Listed)
    {
        MoreExamples = ["/transfer queue 12", "/transfer number 555-0123"],
    };

    public static CommandInfo HandBack { get; } = new("handback", "", "/handback", CommandGroup.TakenOver, Need.Listed)
    {
        OtherNames = ["return", "giveback"],
    };

    public static CommandInfo Force { get; } = new("force", "<idle|busy|rest|signout> <workNo> [minutes] [reason]", "/force busy 2001", CommandGroup.Forcing, Need.To(Permission.Force, ofAgent: true))
    {
        MoreExamples = ["/force rest 2001 15"],
    };

    public static CommandInfo Drop { get; } = new("drop", "<workNo> [callId] [reason]", "/drop 2001", CommandGroup.Forcing, Need.To(Permission.Force, ofAgent: true));

    public static CommandInfo Status { get; } = new("status", "", "/status", CommandGroup.You, Need.Listed);

    public static CommandInfo History { get; } = new("history", "[me|all|workNo] [today|7d]", "/history 2001 7d", CommandGroup.Agents, Need.To(Permission.History, ofAgent: true))
    {
        OtherNames = ["log", "report"],
    };

    public static CommandInfo SignIn { get; } = new("signin", "", "/signin", CommandGroup.You, Need.Listed)
    {
        OtherNames = ["login", "logon"],
    };

    public static CommandInfo SignOut { get; } = new("signout", "", "/signout", CommandGroup.You, Need.Listed)
    {
        OtherNames = ["logout", "logoff"],
    };

    public static CommandInfo Admin { get; } = new("admin", "[…]", "/admin inspectors", CommandGroup.You, Need.To(Permission.Administer));

    public static CommandInfo Language { get; } = new("language", "[en|zh|es|fr|ar|auto]", "/language es", CommandGroup.You, Need.Listed);

    public static CommandInfo Help { get; } = new("help", "", "/help", CommandGroup.You, Need.Listed);

    public static ImmutableArray<CommandInfo> All { get; } =
        [Intercept, Listen, Whisper, Insert, Switch, Stop, Hold, Resume, Mute, Unmute, Transfer, HandBack, HangUp, Agents, Calls, Board, Watch, History, Force, Drop, SignIn, SignOut, Status, Language, Admin, Help];
}
