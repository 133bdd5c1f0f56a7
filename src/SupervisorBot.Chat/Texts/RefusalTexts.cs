using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Languages;
using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Chat.Texts;

/// <summary>Words for requests that were refused before anything was asked of the gateway.</summary>
internal static class RefusalTexts
{
    private static readonly TextSet s_texts = TextSet.Of(typeof(RefusalTexts));

    public static string Of(Refusal refusal, int? workNo) => refusal switch
    {
        Refusal.AlreadyMonitoring when workNo is { } who => s_texts.Format("AlreadyMonitoringAgent", CommonTexts.Number(who)),
        Refusal.NotMonitoring => s_texts.Format("NotMonitoring", CommandTable.Listen.Example),
        _ => CallTexts.Of(refusal) ?? AccessTexts.Of(refusal, workNo) ?? s_texts.Find($"{refusal}") ?? s_texts.Get("Other"),
    };
}
