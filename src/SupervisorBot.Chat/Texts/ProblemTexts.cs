using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Languages;
using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Chat.Texts;

/// <summary>Words for what kept something from succeeding: what happened, and what to do now.</summary>
internal static class ProblemTexts
{
    private static readonly TextSet s_texts = TextSet.Of(typeof(ProblemTexts));

    // What is said of a code that is not known repeats it.
    public static string What(Problem problem) => problem is { Kind: ProblemKind.Refused, Code: { } code }
        ? s_texts.Format("WithCode", ResultTexts.Meaning(Markup.Plain(code)), Markup.Plain(code))
        : s_texts.Find($"{nameof(What)}.{problem.Kind}") ?? s_texts.Get("What.Other");

    public static string Next(Problem problem) => problem switch
    {
        { Kind: ProblemKind.Refused, Code: { } code } => ResultTexts.NextStep(Markup.Plain(code)),
        { Kind: ProblemKind.NotListed or ProblemKind.NotPermitted or ProblemKind.OtherTeam } => AccessTexts.Ask,
        { Kind: ProblemKind.CodeNotTyped or ProblemKind.CodesWrong or ProblemKind.TakeOverNotChosen } => s_texts.Get("Next.BeginAnew"),
        _ => s_texts.Find($"{nameof(Next)}.{problem.Kind}") ?? s_texts.Get("Next.Other"),
    };

    public static string Both(Problem problem) => $"{What(problem)} {Next(problem)}";
}
