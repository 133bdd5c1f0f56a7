using SupervisorBot.Chat.Agents;
using SupervisorBot.Chat.Languages;
using SupervisorBot.Chat.Watches;

namespace SupervisorBot.Chat.Texts;

/// <summary>Words of alerts and of the rules that they come from.</summary>
internal static class WatchTexts
{
    private static readonly TextSet s_texts = TextSet.Of(typeof(WatchTexts));

    private static readonly string[] s_examples =
    [
        "/watch call longer 5m",
        "/watch hold longer 2m sales",
        "/watch state busy longer 15m 2001",
        "/watch signin",
        "/watch signout",
        "/watch quiet 22:00-06:00",
    ];

    public static string Title => s_texts.Get();

    public static string NoRules => s_texts.Get();

    public static string How => s_texts.Get();

    public static string HowToEnd => s_texts.Get();

    /// <summary>What can be typed, one of each kind.</summary>
    public static IEnumerable<string> Examples => s_examples.Select(Direction.LeftToRight);

    public static string QuietSet => s_texts.Get();

    public static string QuietOff => s_texts.Get();

    public static string Ended => s_texts.Get();

    public static string NoSuchRule => s_texts.Get();

    public static string Added(string number) => s_texts.Format(nameof(Added), number);

    public static string TooMany(int most) => s_texts.Count(nameof(TooMany), most);

    public static string Quiet(string from, string until, string zone) => s_texts.Format(nameof(Quiet), from, until, zone);

    public static string FellAsleep(string owner) => s_texts.Format(nameof(FellAsleep), owner);

    public static string Of(string owner) => s_texts.Format(nameof(Of), owner);

    public static string OfAsleep(string owner) => s_texts.Format(nameof(OfAsleep), owner);

    public static string State(NamedState state) => s_texts.Get($"State.{state}");

    public static string Rule(string number, WatchKind kind, string longer, string state) => s_texts.Format($"Rule.{kind}", number, longer, state);

    public static string AlertTitle(WatchKind kind, string state) => s_texts.Format($"AlertTitle.{kind}", state);

    public static string Alert(WatchKind kind, string lasted, string state, string at) => s_texts.Format($"Alert.{kind}", lasted, state, at);

    public static string AlertNote(string number, string owner) => s_texts.Format(nameof(AlertNote), number, owner);

    /// <summary>What is wrong, with an example.</summary>
    public static string Wrong(WatchError error) =>
        error == WatchError.NotKnown ? string.Join(CommonTexts.Separator, [s_texts.Get($"Wrong.{error}"), .. Examples.Skip(1)]) : s_texts.Get($"Wrong.{error}");
}
