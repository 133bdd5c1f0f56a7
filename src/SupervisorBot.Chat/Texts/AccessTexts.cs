using SupervisorBot.Chat.Access;
using SupervisorBot.Chat.Languages;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Chat.Texts;

/// <summary>Words to those who may not do what they ask for.</summary>
internal static class AccessTexts
{
    private static readonly TextSet s_texts = TextSet.Of(typeof(AccessTexts));

    public static string Ask => s_texts.Get();

    public static string Of(Denial denial) => denial.Refusal switch
    {
        AccessRefusal.NotPermitted => MayNot($"{denial.Permission}"),
        var refusal => RefusalTexts.Of(AccessRefusals.AsRefusal(refusal), denial.WorkNo),
    };

    public static string OtherTeam(int? workNo) => workNo is { } agent
        ? s_texts.Format(nameof(OtherTeam), CommonTexts.Number(agent))
        : s_texts.Get("OtherTeamUnknown");

    /// <summary>The refusals for the want of access, as a request is told them.</summary>
    public static string? Of(Refusal refusal, int? workNo) => refusal switch
    {
        Refusal.NotListed => AdmissionTexts.NotListed,
        Refusal.NotPermitted => MayNot("Other"),
        Refusal.OtherTeam => OtherTeam(workNo),
        Refusal.AccessNotKnown => s_texts.Get("AccessNotKnown"),
        _ => null,
    };

    private static string MayNot(string what) => s_texts.Format(s_texts.Find($"MayNot.{what}") is null ? "MayNot.Other" : $"MayNot.{what}", Ask);
}
