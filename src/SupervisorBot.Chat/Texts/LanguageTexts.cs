using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Languages;

namespace SupervisorBot.Chat.Texts;

/// <summary>Words of /language.</summary>
internal static class LanguageTexts
{
    private static readonly TextSet s_texts = TextSet.Of(typeof(LanguageTexts));

    public static string Title => s_texts.Get();

    public static string Chosen => s_texts.Get();

    public static string ByClient => s_texts.Get();

    public static string Auto => s_texts.Get();

    public static string AutoTip => s_texts.Get();

    public static string NotStored => s_texts.Get();

    public static string Now(Language spoken) => s_texts.Format(nameof(Now), spoken.OwnName);

    public static string ChooseTip(string language) => s_texts.Format(nameof(ChooseTip), language);

    public static string Changed(Language spoken, bool isChosen) => s_texts.Format(isChosen ? nameof(Changed) : "ChangedToAuto", spoken.OwnName);

    public static string NotALanguage(string typed, CommandInfo command) =>
        s_texts.Format(nameof(NotALanguage), Markup.Plain(typed), Markup.Syntax(command.Usage), CommandTexts.Example(command));
}
