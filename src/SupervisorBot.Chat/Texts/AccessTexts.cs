using SupervisorBot.Chat.Access;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Chat.Texts;

/// <summary>Words to those who may not do what they ask for.</summary>
internal static class AccessTexts
{
    public const string Ask = "Ask an administrator of this bot.";

    public static string Of(Denial denial) => denial.Refusal switch
    {
        AccessRefusal.NotPermitted => $"You may not {Doing(denial.Permission)}. {Ask}",
        var refusal => RefusalTexts.Of(AccessRefusals.AsRefusal(refusal), denial.WorkNo),
    };

    public static string OtherTeam(int? workNo) => workNo is { } agent
        ? $"Agent {CommonTexts.Number(agent)} is not in your teams. /agents lists those who are."
        : "That agent is not in your teams. /agents lists those who are.";

    public static string Doing(Permission permission) => permission switch
    {
        Permission.List => "see the agents and their calls",
        Permission.Listen => "listen",
        Permission.Whisper => "whisper",
        Permission.Insert => "join calls",
        Permission.Intercept => "intercept",
        Permission.Force => "force an agent's state",
        Permission.History => "read what was done",
        Permission.Administer => "administer this bot",
        _ => "do this",
    };

    /// <summary>The refusals for the want of access, as a request is told them.</summary>
    public static string? Of(Refusal refusal, int? workNo) => refusal switch
    {
        Refusal.NotListed => AdmissionTexts.NotListed,
        Refusal.NotPermitted => $"You may not do this. {Ask}",
        Refusal.OtherTeam => OtherTeam(workNo),
        Refusal.AccessNotKnown => "I cannot find out at the moment whether you may do this, so nothing was done. Try again in a moment.",
        _ => null,
    };
}
