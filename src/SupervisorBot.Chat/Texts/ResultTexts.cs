using SupervisorBot.Chat.Languages;

namespace SupervisorBot.Chat.Texts;

/// <summary>
/// The gateway's result codes in a person's words (CEC API reference cec_07_0580): what each means, and what can be done. The keys are <c>900-003.Meaning</c> and
/// <c>900-003.NextStep</c>.
/// </summary>
internal static class ResultTexts
{
    private static readonly TextSet s_texts = TextSet.Of(typeof(ResultTexts));

    public static string Meaning(string code) => s_texts.Find($"{code}.{nameof(Meaning)}") ?? s_texts.Format("Unknown.Meaning", code);

    public static string NextStep(string code) => s_texts.Find($"{code}.{nameof(NextStep)}") ?? s_texts.Get("Unknown.NextStep");
}
