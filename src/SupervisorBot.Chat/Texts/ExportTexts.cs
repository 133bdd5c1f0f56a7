using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Languages;

namespace SupervisorBot.Chat.Texts;

/// <summary>Words of taking the history out as a file: in the chat, in the file, and on the page behind a link.</summary>
public static class ExportTexts
{
    private static readonly TextSet s_texts = TextSet.Of(typeof(ExportTexts));

    /// <summary>The title of the page behind a link.</summary>
    public static string PageTitle => s_texts.Get();

    /// <summary>Names the file on that page.</summary>
    public static string PageFile => s_texts.Get();

    /// <summary>The page's button.</summary>
    public static string PageDownload => s_texts.Get();

    /// <summary>That a link works once.</summary>
    public static string PageOnce => s_texts.Get();

    /// <summary>The title of the page of a link that gives nothing.</summary>
    public static string PageNoLinkTitle => s_texts.Get();

    /// <summary>What to do then.</summary>
    public static string PageNoLink => s_texts.Get();

    /// <summary>The title of the page for whoever asks too often.</summary>
    public static string PageTooOftenTitle => s_texts.Get();

    /// <summary>What to do then.</summary>
    public static string PageTooOften => s_texts.Get();

    /// <summary>The title of the page where something went wrong.</summary>
    public static string PageBrokenTitle => s_texts.Get();

    /// <summary>What to do then.</summary>
    public static string PageBroken => s_texts.Get();

    internal static IReadOnlyList<string> Columns => s_texts.Get().Split('|');

    internal static string Description => s_texts.Get();

    internal static string ConsentAsked => s_texts.Get();

    internal static string OldConsent => s_texts.Get();

    internal static string Expired => s_texts.Get();

    internal static string DeclinedTitle => s_texts.Get();

    internal static string Declined => s_texts.Get();

    internal static string SavedTitle => s_texts.Get();

    internal static string NotSaved => s_texts.Get();

    internal static string NotPermitted => s_texts.Get();

    internal static string NoAddress => s_texts.Get();

    internal static string AskInPersonalChat => s_texts.Get();

    internal static string LinkTitle => s_texts.Get();

    internal static string LinkText => s_texts.Get();

    internal static string LinkSent => s_texts.Get();

    internal static string Open => s_texts.Get();

    internal static string OpenTip => s_texts.Get();

    /// <summary>For whom a file is.</summary>
    /// <param name="name">The person's name.</param>
    public static string PageFor(string name) => s_texts.Format(nameof(PageFor), name);

    internal static string Saved(string fileName) => s_texts.Format(nameof(Saved), Markup.Plain(fileName));

    internal static string LinkLimits(TimeSpan lifetime) => s_texts.Count(nameof(LinkLimits), Math.Max(1, (int)lifetime.TotalMinutes));
}
