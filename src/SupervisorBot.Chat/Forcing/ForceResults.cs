using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Chat.Forcing;

/// <summary>How a failure is told of what was asked against an agent: not done, or not certain.</summary>
internal static class ForceResults
{
    public static CardBuilder Failed(string asked, Problem problem) =>
        new CardBuilder("note", problem.Kind == ProblemKind.NoAnswer ? ForceTexts.NotCertain(asked) : ForceTexts.Failed(asked))
            .Line(ProblemTexts.What(problem), LineTone.Warning)
            .Line(ProblemTexts.Next(problem));
}
