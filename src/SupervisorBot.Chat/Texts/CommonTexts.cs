using System.Globalization;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Languages;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Chat.Texts;

/// <summary>Words used everywhere.</summary>
internal static class CommonTexts
{
    /// <summary>Between the parts of a line: a sign, the same in every language.</summary>
    public const string Separator = " · ";

    private static readonly TextSet s_texts = TextSet.Of(typeof(CommonTexts));

    public static string OldButton => s_texts.Get();

    public static string Working => s_texts.Get();

    public static string WorkingText => s_texts.Get();

    public static string NotDone => s_texts.Get();

    public static string Broken => s_texts.Get();

    public static string Overloaded => s_texts.Get();

    public static string TooMuchAtOnce => s_texts.Get();

    public static string NeutralLine => s_texts.Get();

    public static string AskedBefore => s_texts.Get();

    public static string Agent(int workNo, string? name) => NameOf(workNo, name) is { } plain
        ? s_texts.Format("AgentNamed", plain, Number(workNo))
        : s_texts.Format(nameof(Agent), Number(workNo));

    public static string AgentAtStart(int workNo, string? name) =>
        NameOf(workNo, name) is null ? s_texts.Format(nameof(AgentAtStart), Number(workNo)) : Agent(workNo, name);

    public static string Inspector(Inspector inspector) => Inspector(inspector.AgentId, inspector.DisplayName);

    public static string Inspector(int agentId, string? name) =>
        Markup.Plain(name) is { Length: > 0 } plain ? plain : s_texts.Format(nameof(Inspector), Number(agentId));

    /// <summary>A call's id as it can be shown.</summary>
    public static string Call(string callId) => Markup.Plain(callId) is { Length: > 0 } plain ? Direction.LeftToRight(plain) : s_texts.Get("IdNotReadable");

    /// <summary>A work number, an agent id or another number that is a name: its digits, never grouped.</summary>
    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    public static string Customer(MaskedNumber number) => number.IsUnknown ? s_texts.Get("CustomerWithheld") : s_texts.Format(nameof(Customer), Number(number));

    public static string Number(MaskedNumber number) => number.IsUnknown ? s_texts.Get("Withheld") : Direction.LeftToRight(Markup.Plain(number.Text));

    /// <summary>The inspector's phone by its last digits; a short extension, of which nothing may be shown, is just "your phone".</summary>
    public static string YourPhone(Inspector inspector)
    {
        var masked = MaskedNumber.Of(inspector.PhoneNumber).Text;
        return masked.Any(char.IsAsciiDigit) ? s_texts.Format(nameof(YourPhone), masked) : s_texts.Get("YourPhoneHidden");
    }

    /// <summary>A span of time in words that a screen reader reads well: <c>35 s</c>, <c>4 min 5 s</c>, <c>1 h 4 min</c>.</summary>
    public static string Span(TimeSpan span)
    {
        if (span < TimeSpan.Zero)
        {
            span = TimeSpan.Zero;
        }

        return span switch
        {
            { TotalSeconds: < 60 } => s_texts.Format("SpanSeconds", (int)span.TotalSeconds),
            { TotalMinutes: < 60, Seconds: 0 } => s_texts.Format("SpanWholeMinutes", span.Minutes),
            { TotalMinutes: < 60 } => s_texts.Format("SpanMinutes", span.Minutes, span.Seconds),
            { Minutes: 0 } => s_texts.Format("SpanWholeHours", (int)span.TotalHours),
            _ => s_texts.Format("SpanHours", (int)span.TotalHours, span.Minutes),
        };
    }

    public static string AsOf(string timeOfDay) => s_texts.Format(nameof(AsOf), timeOfDay);

    /// <summary>What stands for a card where it is not drawn: its title, and what it is about.</summary>
    public static string Titled(string title, string about) => s_texts.Format(nameof(Titled), title, about);

    /// <summary>A title, and what is listed under it.</summary>
    public static string Listed(string title, string what) => s_texts.Format(nameof(Listed), title, what);

    public static string OnlyThePersonWhoAsked(string? name) => name is null
        ? s_texts.Get("OnlyTheInspectorWhoAsked")
        : s_texts.Format(nameof(OnlyThePersonWhoAsked), Markup.Plain(name));

    /// <summary>Says in a thread that there is something to tell one person, and nothing of it.</summary>
    public static string OpenAChat(string? name) =>
        Markup.Plain(name) is { Length: > 0 } plain ? s_texts.Format(nameof(OpenAChat), plain) : s_texts.Get("OpenAChatUnnamed");

    /// <summary>Whether words are seen by others than the person addressed.</summary>
    public static bool IsShared(ConversationReference conversation) => !conversation.IsPersonal;

    // Nothing to be seen is no name, nor is the number itself.
    private static string? NameOf(int workNo, string? name) =>
        Markup.Plain(name) is { Length: > 0 } plain && plain != Number(workNo) ? plain : null;
}
