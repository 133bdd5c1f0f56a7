using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Commands;

namespace SupervisorBot.Chat.Texts;

/// <summary>Words about commands and their arguments.</summary>
internal static class CommandTexts
{
    public const string HelpTitle = "What you can type";
    public const string HelpSubtitle = "With or without the slash; in a group chat or channel, mention me first";
    public const string HelpNote = "<…> has to be given, […] can be left out.";

    public static string Example(CommandInfo command) => $"For example: {command.Example}";

    public static string Unknown(string typed, CommandInfo? nearest) => nearest is null
        ? $"I do not know “{Markup.Plain(typed)}”. Type /help to see everything I can do."
        : $"I do not know “{Markup.Plain(typed)}”. Did you mean {nearest.Usage}? {Example(nearest)}";

    public static string WorkNumberMissing(CommandInfo command) => $"/{command.Name} needs a work number. {Example(command)}";

    public static string NotAWorkNumber(string typed, CommandInfo command) =>
        $"“{Markup.Plain(typed)}” is not a work number: it must be a whole number from {CommonTexts.Number(WorkNumber.Lowest)} to {CommonTexts.Number(WorkNumber.Highest)}. {Example(command)}";

    public static string TooMuch(CommandInfo command) => $"That is more than /{command.Name} understands. It is: {command.Usage}. {Example(command)}";

    public static string ModeMissing(CommandInfo command) => $"/{command.Name} needs a mode: listen, insert or whisper. {Example(command)}";

    public static string NotAMode(string typed, CommandInfo command) =>
        $"“{Markup.Plain(typed)}” is not a mode: it must be listen (nobody hears you), insert (agent and customer hear you) or whisper (only the agent hears you). {Example(command)}";
}
