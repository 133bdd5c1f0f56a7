using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.History;
using SupervisorBot.Chat.Languages;
using SupervisorBot.Supervision.History;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Chat.Texts;

/// <summary>Words of what was done to agents and their calls.</summary>
internal static class HistoryTexts
{
    // So much of a reason is shown in a line; the file has all of it.
    private const int LongestReason = 80;

    private static readonly TextSet s_texts = TextSet.Of(typeof(HistoryTexts));

    public static string Nothing => s_texts.Get();

    public static string Cut => s_texts.Get();

    /// <summary>By whom something is done.</summary>
    public static string By(string who) => s_texts.Format(nameof(By), who);

    public static string InterceptionsByHour => s_texts.Get();

    public static string MonitoringsByHour => s_texts.Get();

    public static string InterceptionsByDay => s_texts.Get();

    public static string MonitoringsByDay => s_texts.Get();

    public static string Newer => s_texts.Get();

    public static string NewerTip => s_texts.Get();

    public static string Older => s_texts.Get();

    public static string OlderTip => s_texts.Get();

    public static string Refresh => s_texts.Get();

    public static string RefreshTip => s_texts.Get();

    public static string ShowToday => s_texts.Get();

    public static string ShowTodayTip => s_texts.Get();

    public static string ShowSevenDays => s_texts.Get();

    public static string ShowSevenDaysTip => s_texts.Get();

    public static string ShowMe => s_texts.Get();

    public static string ShowMeTip => s_texts.Get();

    public static string ShowEveryone => s_texts.Get();

    public static string ShowEveryoneTip => s_texts.Get();

    public static string Csv => s_texts.Get();

    public static string CsvTip => s_texts.Get();

    public static string Title(HistoryRequest request) => request switch
    {
        { Who: HistoryWho.Agent, WorkNo: { } agent } => s_texts.Format("TitleAgent", CommonTexts.Number(agent)),
        { Who: HistoryWho.Everyone } => s_texts.Get("TitleEveryone"),
        _ => s_texts.Get("TitleMe"),
    };

    public static string Span(HistorySpan span) => s_texts.Get(span.ToString());

    public static string Kind(HistoryKind kind) => s_texts.Get($"Kind.{kind}");

    public static string What(HistoryLine line) => line.WorkNo is { } agent
        ? s_texts.Format("OnAgent", Kind(line.Kind), CommonTexts.Number(agent))
        : Kind(line.Kind);

    /// <summary>Who did it, to which call, why, and who approved it.</summary>
    public static string Details(HistoryLine line, bool isOwn)
    {
        string?[] parts =
        [
            isOwn ? s_texts.Get("ByYou") : s_texts.Format("By", Inspector(line)),
            line.CallId is { } call ? s_texts.Format("Call", CommonTexts.Call(call)) : null,
            Detail(line),
            line.Reason is { } reason && Markup.Plain(reason, LongestReason) is { Length: > 0 } plain ? s_texts.Format("Reason", plain) : null,
            line.Outcome is not null && Markup.Plain(line.DecidedBy) is { Length: > 0 } other
                ? s_texts.Format(line.Outcome == InterceptionOutcome.Declined ? "DeclinedBy" : "ApprovedBy", other)
                : null,
            line.Switches.Count > 0 ? s_texts.Format("Then", string.Join(", ", line.Switches.Select(Kind))) : null,
        ];
        return string.Join(CommonTexts.Separator, parts.Where(part => part is not null));
    }

    public static string Inspector(HistoryLine line) =>
        Markup.Plain(line.Name) is { Length: > 0 } name ? name : s_texts.Format("Nameless", CommonTexts.Number(line.AgentId));

    /// <summary>What came of it, without a symbol.</summary>
    public static string Outcome(HistoryLine line)
    {
        var words = line switch
        {
            { Kind: HistoryKind.Intercept, Outcome: InterceptionOutcome.Done, IsUnderWay: true } => s_texts.Get("UnderWay"),
            { Kind: HistoryKind.Intercept, Outcome: InterceptionOutcome.Done, TalkEnd: { } how } => $"{s_texts.Get("Outcome.Done")}, {Talk(how)}",
            { Kind: HistoryKind.Intercept, Outcome: { } outcome } => s_texts.Get($"Outcome.{outcome}"),
            { Kind: HistoryKind.Intercept } or { Kind: HistoryKind.Force or HistoryKind.Drop, IsFailed: false, IsAccepted: false } => s_texts.Get("Waiting"),
            { IsFailed: true } => s_texts.Get("Failed"),
            { Kind: HistoryKind.Force or HistoryKind.Drop } => s_texts.Get("Outcome.Done"),
            { End: { } end } => s_texts.Get($"End.{end}"),
            { IsUnderWay: true } => s_texts.Get("UnderWay"),
            _ => s_texts.Get("NotBegun"),
        };
        return line.Code is { } code && code != "0" ? s_texts.Format("WithCode", words, Markup.Plain(code)) : words;
    }

    /// <summary>The outcome after a symbol, so that neither a colour nor a shape has to be known.</summary>
    public static string State(HistoryLine line) => $"{Symbol(line)} {Outcome(line)}";

    public static string Wrong(string word, CommandInfo command) =>
        s_texts.Format(nameof(Wrong), Markup.Plain(word), Markup.Syntax(command.Usage), command.Example);

    private static string Talk(TalkChange how) => s_texts.Find($"Talk.{how}") ?? s_texts.Get("Talk.Ended");

    // To which state an agent was forced.
    private static string? Detail(HistoryLine line) => line is { Kind: HistoryKind.Force, Detail: { } state } ? s_texts.Find($"State.{state}") : null;

    private static string Symbol(HistoryLine line) => line switch
    {
        { IsUnderWay: true } => "☎",
        { Outcome: InterceptionOutcome.Done } or { End: not null } or { IsAccepted: true } => "✔",
        { Kind: HistoryKind.Intercept, Outcome: null } or { Kind: HistoryKind.Force or HistoryKind.Drop, IsFailed: false } => "◔",
        { Outcome: InterceptionOutcome.Unknown } => "?",
        _ => "×",
    };
}
