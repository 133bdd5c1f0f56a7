using System.Globalization;
using System.Text.RegularExpressions;
using SupervisorBot.Chat.Agents;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Commands;

namespace SupervisorBot.Chat.Watches;

/// <summary>Reads what follows /watch. The words are the same in every language.</summary>
internal static partial class WatchGrammar
{
    private const int LongestTeam = 40;
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    public static WatchOrder Read(IReadOnlyList<string> words) => ReadWords([.. words]);

    private static WatchOrder ReadWords(string[] words) => words switch
    {
        [] => new WatchOrder.List(),
        [var list] when Is(list, "list") => new WatchOrder.List(),
        [var off] when Is(off, "off") => new WatchOrder.Wrong(WatchError.WhatOff),
        [var off, var all] when Is(off, "off") && Is(all, "all") => new WatchOrder.Off(null),
        [var off, var number] when Is(off, "off") => ReadNumber(number) is { } rule ? new WatchOrder.Off(rule) : new WatchOrder.Wrong(WatchError.WhatOff),
        [var quiet, var off] when Is(quiet, "quiet") && Is(off, "off") => new WatchOrder.Quiet(null),
        [var quiet, .. var hours] when Is(quiet, "quiet") => ReadHours(string.Concat(hours)),
        [var call, .. var rest] when Is(call, "call") => ReadSpan(WatchKind.Call, null, rest),
        [var hold, .. var rest] when Is(hold, "hold") => ReadSpan(WatchKind.Hold, null, rest),
        [var state, var name, .. var rest] when Is(state, "state") =>
            NamedStates.TryRead(name, out var named) && named != NamedState.Call ? ReadSpan(WatchKind.State, named, rest) : new WatchOrder.Wrong(WatchError.WhichState),
        [var state] when Is(state, "state") => new WatchOrder.Wrong(WatchError.WhichState),
        [var signIn, .. var rest] when Is(signIn, "signin") => Of(WatchKind.SignIn, null, TimeSpan.Zero, rest),
        [var signOut, .. var rest] when Is(signOut, "signout") => Of(WatchKind.SignOut, null, TimeSpan.Zero, rest),
        _ => new WatchOrder.Wrong(WatchError.NotKnown),
    };

    /// <summary>Reads a span such as <c>90s</c>, <c>5m</c> or <c>1h</c>, of 10 seconds to 24 hours.</summary>
    public static TimeSpan? ReadSpan(string text)
    {
        if (Span().Match(text) is not { Success: true } match
            || !int.TryParse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        var span = char.ToLowerInvariant(match.Groups["unit"].ValueSpan[0]) switch
        {
            's' => TimeSpan.FromSeconds(number),
            'm' => TimeSpan.FromMinutes(number),
            _ => TimeSpan.FromHours(number),
        };
        return span >= Shortest && span <= Longest ? span : null;
    }

    private static WatchOrder ReadSpan(WatchKind kind, NamedState? state, string[] words) => words switch
    {
        [var longer, var text, .. var rest] when Is(longer, "longer") =>
            ReadSpan(text) is { } span ? Of(kind, state, span, rest) : new WatchOrder.Wrong(WatchError.HowLong),
        _ => new WatchOrder.Wrong(WatchError.HowLong),
    };

    private static WatchOrder.Add Of(WatchKind kind, NamedState? state, TimeSpan longer, string[] words)
    {
        var scope = string.Join(' ', words);
        int? workNo = words.Length == 1 && WorkNumber.TryRead(scope, out var number) ? number : null;
        return new WatchOrder.Add(kind, state, longer, workNo, workNo is not null || scope.Length == 0 ? null : Markup.CutWhole(scope, LongestTeam));
    }

    private static WatchOrder ReadHours(string text) =>
        Hours().Match(text) is { Success: true } match && ReadMinute(match.Groups["from"].Value) is { } from && ReadMinute(match.Groups["until"].Value) is { } until && from != until
            ? new WatchOrder.Quiet((from, until))
            : new WatchOrder.Wrong(WatchError.WhichHours);

    private static int? ReadMinute(string text) =>
        TimeOnly.TryParseExact(text, ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? (time.Hour * 60) + time.Minute : null;

    private static int? ReadNumber(string text) =>
        int.TryParse(text.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool Is(string word, string known) => word.Equals(known, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("^<?(?<number>[0-9]{1,5})(?<unit>s|m|min|h)>?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Span();

    [GeneratedRegex("^(?<from>[0-9]{1,2}:[0-9]{2})[-–](?<until>[0-9]{1,2}:[0-9]{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Hours();
}
