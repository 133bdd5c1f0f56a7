using System.Collections.Immutable;
using SupervisorBot.Chat.Access;
using SupervisorBot.Supervision.Access;

namespace SupervisorBot.Chat.Commands;

/// <summary>Every command there is, in the order in which help lists them.</summary>
internal static class CommandTable
{
    public static CommandInfo Intercept { get; } = new(
        "intercept", "[workNo [callId]]", "Take a call over: the agent is cut off and the customer hears you. A confirmation is asked first.", "/intercept 2001", Need.To(Permission.Intercept, ofAgent: true));

    public static CommandInfo Agents { get; } = new(
        "agents", "[text]", "List the agents and what they do; a text narrows the list by name, group, state or work number.", "/agents sales", Need.To(Permission.List));

    public static CommandInfo Calls { get; } = new("calls", "<workNo>", "List the calls of an agent.", "/calls 2001", Need.To(Permission.List, ofAgent: true));

    public static CommandInfo Listen { get; } = new("listen", "<workNo>", "Listen to an agent's call: nobody hears you.", "/listen 2001", Need.To(Permission.Listen, ofAgent: true));

    public static CommandInfo Whisper { get; } = new("whisper", "<workNo>", "Whisper to an agent: only the agent hears you.", "/whisper 2001", Need.To(Permission.Whisper, ofAgent: true));

    public static CommandInfo Insert { get; } = new("insert", "<workNo>", "Join an agent's call: agent and customer hear you.", "/insert 2001", Need.To(Permission.Insert, ofAgent: true));

    public static CommandInfo Switch { get; } = new(
        "switch", "<listen|insert|whisper>", "Change how you take part in the call that you monitor.", "/switch whisper", Need.ToTakePart());

    public static CommandInfo Stop { get; } = new("stop", "", "Leave the call that you monitor; agent and customer go on talking.", "/stop", Need.Listed);

    public static CommandInfo HangUp { get; } = new("hangup", "", "Hang up your own talk: it ends the customer's call.", "/hangup", Need.Listed);

    public static CommandInfo Status { get; } = new("status", "", "Show whether you are signed in, whom you monitor and with whom you talk.", "/status", Need.Listed);

    public static CommandInfo SignIn { get; } = new("signin", "", "Sign in at the contact centre.", "/signin", Need.Listed);

    public static CommandInfo SignOut { get; } = new("signout", "", "Sign out of the contact centre.", "/signout", Need.Listed);

    public static CommandInfo Admin { get; } = new(
        "admin", "[…]", "Say who the inspectors are, what they may do and with whom; alone it shows how. In our personal chat only.", "/admin inspectors", Need.To(Permission.Administer));

    public static CommandInfo Help { get; } = new("help", "", "Show this list.", "/help", Need.Listed);

    public static ImmutableArray<CommandInfo> All { get; } =
        [Intercept, Agents, Calls, Listen, Whisper, Insert, Switch, Stop, HangUp, Status, SignIn, SignOut, Admin, Help];
}
