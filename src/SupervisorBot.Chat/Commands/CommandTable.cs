using System.Collections.Immutable;
using SupervisorBot.Chat.Access;
using SupervisorBot.Supervision.Access;

namespace SupervisorBot.Chat.Commands;

/// <summary>Every command there is, in the order in which help lists them.</summary>
internal static class CommandTable
{
    public static CommandInfo Intercept { get; } = new("intercept", "[workNo [callId]]", "/intercept 2001", Need.To(Permission.Intercept, ofAgent: true));

    public static CommandInfo Agents { get; } = new("agents", "[text]", "/agents sales", Need.To(Permission.List));

    public static CommandInfo Calls { get; } = new("calls", "<workNo>", "/calls 2001", Need.To(Permission.List, ofAgent: true));

    public static CommandInfo Board { get; } = new("board", "[team|state|text]", "/board sales", Need.To(Permission.List));

    public static CommandInfo Watch { get; } = new("watch", "[rule|quiet|list|off]", "/watch call longer 5m", Need.To(Permission.List));

    public static CommandInfo Listen { get; } = new("listen", "<workNo>", "/listen 2001", Need.To(Permission.Listen, ofAgent: true));

    public static CommandInfo Whisper { get; } = new("whisper", "<workNo>", "/whisper 2001", Need.To(Permission.Whisper, ofAgent: true));

    public static CommandInfo Insert { get; } = new("insert", "<workNo>", "/insert 2001", Need.To(Permission.Insert, ofAgent: true));

    public static CommandInfo Switch { get; } = new("switch", "<listen|insert|whisper>", "/switch whisper", Need.ToTakePart());

    public static CommandInfo Stop { get; } = new("stop", "", "/stop", Need.Listed);

    public static CommandInfo HangUp { get; } = new("hangup", "", "/hangup", Need.Listed);

    public static CommandInfo Hold { get; } = new("hold", "", "/hold", Need.Listed);

    public static CommandInfo Resume { get; } = new("resume", "", "/resume", Need.Listed);

    public static CommandInfo Mute { get; } = new("mute", "", "/mute", Need.Listed);

    public static CommandInfo Unmute { get; } = new("unmute", "", "/unmute", Need.Listed);

    public static CommandInfo Transfer { get; } = new("transfer", "<agent|queue|number> <…>", "/transfer agent 2002", Need.Listed);

    public static CommandInfo HandBack { get; } = new("handback", "", "/handback", Need.Listed);

    public static CommandInfo Force { get; } = new("force", "<idle|busy|rest|signout> <workNo> […]", "/force busy 2001", Need.To(Permission.Force, ofAgent: true));

    public static CommandInfo Drop { get; } = new("drop", "<workNo> [callId]", "/drop 2001", Need.To(Permission.Force, ofAgent: true));

    public static CommandInfo Status { get; } = new("status", "", "/status", Need.Listed);

    public static CommandInfo History { get; } = new("history", "[me|all|workNo] [today|7d]", "/history 2001 7d", Need.To(Permission.History, ofAgent: true));

    public static CommandInfo SignIn { get; } = new("signin", "", "/signin", Need.Listed);

    public static CommandInfo SignOut { get; } = new("signout", "", "/signout", Need.Listed);

    public static CommandInfo Admin { get; } = new("admin", "[…]", "/admin inspectors", Need.To(Permission.Administer));

    public static CommandInfo Language { get; } = new("language", "[en|zh|es|fr|ar|auto]", "/language es", Need.Listed);

    public static CommandInfo Help { get; } = new("help", "", "/help", Need.Listed);

    public static ImmutableArray<CommandInfo> All { get; } =
        [Intercept, Agents, Calls, Board, Watch, Listen, Whisper, Insert, Switch, Stop, Hold, Resume, Mute, Unmute, Transfer, HandBack, HangUp, Force, Drop, Status, History, SignIn, SignOut, Admin, Language, Help];
}
