using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Chat.Languages;

/// <summary>The cards of /language.</summary>
internal static class LanguageCards
{
    /// <summary>The language that is spoken, and the others as buttons, each by its own name.</summary>
    /// <param name="inspector">Whose.</param>
    /// <param name="spoken">The language that is spoken with them.</param>
    /// <param name="isChosen">Whether they have chosen it.</param>
    public static CardContent Choose(Inspector inspector, Language spoken, bool isChosen)
    {
        var card = new CardBuilder("note", LanguageTexts.Title)
            .Line(LanguageTexts.Now(spoken), LineTone.Strong)
            .Line(isChosen ? LanguageTexts.Chosen : LanguageTexts.ByClient);
        foreach (var choice in LanguageChoice.All.Where(choice => choice.Name != (isChosen ? spoken.Name : null)))
        {
            card.Action(new CardAction(
                choice.Own ?? LanguageTexts.Auto,
                choice.Own is { } own ? LanguageTexts.ChooseTip(own) : LanguageTexts.AutoTip,
                Verbs.Language,
                PressData.LanguageOf(inspector, choice.Code)));
        }

        return card.Build();
    }

    /// <summary>That a language is spoken from now on, in that language.</summary>
    public static CardContent Changed(Language spoken, bool isChosen) =>
        new CardBuilder("note", LanguageTexts.Title).Line(LanguageTexts.Changed(spoken, isChosen), LineTone.Strong).Build();
}
