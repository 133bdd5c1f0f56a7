using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Languages;

namespace SupervisorBot.Chat.Texts;

/// <summary>Words about commands and their arguments.</summary>
internal static class CommandTexts
{
    private static readonly TextSet s_texts = TextSet.Of(typeof(CommandTexts));

    public static string HelpTitle => s_texts.Get();

    public static string HelpSubtitle => s_texts.Get();

    public static string HelpNote => s_texts.Get();

    /// <summary>What a command does, in one line.</summary>
    public static string Description(CommandInfo command) => s_texts.Get($"Description.{command.Name}");

    /// <summary>What can follow a command, in words for help; null where its form says it all.</summary>
    public static string? Detail(CommandInfo command) => s_texts.Find($"Detail.{command.Name}");

    public static string Group(CommandGroup group) => s_texts.Get($"Group.{group}");

    public static string Example(CommandInfo command) => Example(command.Example);

    /// <summary>All the examples there are of a command.</summary>
    public static string Examples(CommandInfo command) => Example(string.Join(CommonTexts.Separator, [command.Example, .. command.MoreExamples]));

    public static string Example(string typed) => s_texts.Format(nameof(Example), typed);

    public static string Unknown(string typed, CommandInfo? nearest) => nearest is null
        ? s_texts.Format(nameof(Unknown), Markup.Plain(typed))
        : s_texts.Format("UnknownNearest", Markup.Plain(typed), Markup.Syntax(nearest.Usage), Example(nearest));

    public static string WorkNumberMissing(CommandInfo command) => s_texts.Format(nameof(WorkNumberMissing), Typed(command), Example(command));

    public static string NotAWorkNumber(string typed, CommandInfo command) =>
        s_texts.Format(nameof(NotAWorkNumber), Markup.Plain(typed), WorkNumber.Lowest, WorkNumber.Highest, Example(command));

    public static string TooMuch(CommandInfo command) => s_texts.Format(nameof(TooMuch), Typed(command), Markup.Syntax(command.Usage), Example(command));

    public static string ModeMissing(CommandInfo command) => s_texts.Format(nameof(ModeMissing), Typed(command), Example(command));

    public static string NotAMode(string typed, CommandInfo command) => s_texts.Format(nameof(NotAMode), Markup.Plain(typed), Example(command));

    private static string Typed(CommandInfo command) => $"/{command.Name}";
}
