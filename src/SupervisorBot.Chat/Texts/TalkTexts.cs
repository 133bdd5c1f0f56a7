using SupervisorBot.Chat.Languages;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Chat.Texts;

/// <summary>Words of the inspector's own talk with a customer.</summary>
internal static class TalkTexts
{
    private static readonly TextSet s_texts = TextSet.Of(typeof(TalkTexts));

    public static string PhoneToo => s_texts.Get();

    public static string Title(TalkView talk, string inspector) => s_texts.Format($"Title.{talk.Phase}", inspector);

    public static string Phase(TalkPhase phase) => s_texts.Get($"Phase.{phase}");

    public static string Recording(TalkView talk) => s_texts.Get(talk.Recording ? "Yes" : "No");

    public static string Length(TalkView talk, DateTimeOffset now) => CommonTexts.Span(WholeSecond(talk.EndedAt ?? now) - WholeSecond(talk.BeganAt));

    // Both ends are shown in whole seconds, and the length must be what one reckons from them.
    private static DateTimeOffset WholeSecond(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));

    /// <summary>The post for a change, or null where the talk's own card says it all.</summary>
    public static string? Post(TalkView talk, TalkChange change, string inspector, DateTimeOffset at) => change switch
    {
        TalkChange.RecordingBegan or TalkChange.RecordingFailed or TalkChange.Held or TalkChange.Resumed or TalkChange.LostSight
            or TalkChange.EndedByCustomer or TalkChange.EndedByInspector =>
            s_texts.Format($"Post.{change}", inspector, CommonTexts.Customer(talk.Customer), Length(talk, at)),
        _ => null,
    };
}
