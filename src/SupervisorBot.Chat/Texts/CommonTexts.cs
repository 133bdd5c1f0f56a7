using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Chat.Texts;

/// <summary>Words used everywhere.</summary>
internal static class CommonTexts
{
    public const string Separator = " · ";

    public static string Agent(int workNo, string? name) =>
        NameOf(workNo, name) is { } plain ? $"{plain} ({Number(workNo)})" : $"agent {Number(workNo)}";

    public static string AgentAtStart(int workNo, string? name) =>
        NameOf(workNo, name) is null ? $"Agent {Number(workNo)}" : Agent(workNo, name);

    public static string Inspector(Inspector inspector) =>
        Markup.Plain(inspector.DisplayName) is { Length: > 0 } name ? name : $"Inspector {Number(inspector.AgentId)}";

    /// <summary>A call's id as it can be shown.</summary>
    public static string Call(string callId) => Markup.Plain(callId) is { Length: > 0 } plain ? plain : "id not readable";

    public static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static string Customer(MaskedNumber number) => number.IsUnknown ? "customer, number withheld" : $"customer {Number(number)}";

    public static string Number(MaskedNumber number) => number.IsUnknown ? "withheld" : Markup.Plain(number.Text);

    /// <summary>The inspector's phone by its last digits; a short extension, of which nothing may be shown, is just "your phone".</summary>
    public static string YourPhone(Inspector inspector)
    {
        var masked = MaskedNumber.Of(inspector.PhoneNumber).Text;
        return masked.Any(char.IsAsciiDigit) ? $"your phone {masked}" : "your phone";
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
            { TotalSeconds: < 60 } => $"{Number((int)span.TotalSeconds)} s",
            { TotalMinutes: < 60 } => $"{Number(span.Minutes)} min {Number(span.Seconds)} s",
            _ => $"{Number((int)span.TotalHours)} h {Number(span.Minutes)} min",
        };
    }

    public static string AsOf(string timeOfDay) => $"As of {timeOfDay}";

    public static string OnlyThePersonWhoAsked(string name) => $"Only {Markup.Plain(name)}, who asked for this, can press this button. Nothing was changed.";

    public const string OldButton = "This button belongs to an older card and does nothing any more. Type /help to see what I can do.";

    public const string Working = "One moment";

    public const string WorkingText = "Asking the contact centre. This card shows the answer as soon as it is here.";

    public const string NotDone = "That did not work";

    public const string Broken = "Something went wrong on my side and I could not finish this. Please try it again; /status shows where things stand.";

    public const string Overloaded =
        "I have more to do than I can take at the moment, so your last message was not read and nothing was done. Please send it again in a moment.";

    public const string TooMuchAtOnce =
        "That was more at once than I take from one person, so this was not read and nothing was done. Please wait a minute, then try again.";

    public const string NeutralLine = "I could not reach you privately to answer. Open a chat with me and ask there.";

    public const string AskedBefore = "I have this request already. Look at the messages below for what comes of it.";

    /// <summary>Says in a thread that there is something to tell one person, and nothing of it.</summary>
    public static string OpenAChat(string? name) => Markup.Plain(name).Length == 0
        ? "I have something to tell somebody here and cannot reach them privately. Inspectors: open a chat with me and type /status."
        : $"{Markup.Plain(name)}, I have something to tell you and cannot reach you privately. Open a chat with me and type /status.";

    // Nothing to be seen is no name, nor is the number itself.
    private static string? NameOf(int workNo, string? name) =>
        Markup.Plain(name) is { Length: > 0 } plain && plain != Number(workNo) ? plain : null;

    /// <summary>Whether words are seen by others than the person addressed.</summary>
    public static bool IsShared(ConversationReference conversation) => !conversation.IsPersonal;
}
