using SupervisorBot.Chat.Agents;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Chat.Texts;

namespace SupervisorBot.Chat.Watches;

/// <summary>The cards of alerts, and of what a chat watches for.</summary>
internal static class WatchCards
{
    private const int LongestName = 40;

    /// <summary>An alert. Whoever may listen can, by its button, whoever made the rule.</summary>
    public static CardContent Alert(WatchOccurrence occurrence, ViewerClock clock, DateTimeOffset now)
    {
        var (rule, agent) = (occurrence.Rule, occurrence.Agent);
        var who = CommonTexts.AgentAtStart(agent.WorkNo, agent.Name);
        var where = Markup.Plain(agent.Group) is { Length: > 0 } group ? who + CommonTexts.Separator + group : who;
        var lasted = CommonTexts.Span(occurrence.Lasted);
        var card = new CardBuilder("note", WatchTexts.AlertTitle(rule.Kind, StateName(rule.State)), where)
            .Line(WatchTexts.Alert(rule.Kind, lasted, StateName(rule.State), clock.TimeOfDay(now)))
            .Note(WatchTexts.AlertNote(CommonTexts.Number(rule.Number), Person(rule.Owner)));
        return agent.IsTalking && !rule.IsOfPresence && !agent.IsInspector
            ? card.Action(new CardAction(AgentTexts.Listen, AgentTexts.ListenTip(agent), Verbs.MonitorStart, PressData.Listen(agent.WorkNo))).Build()
            : card.Build();
    }

    /// <summary>What the chat watches for.</summary>
    /// <param name="watch">The watch.</param>
    /// <param name="said">What has just been done, or null.</param>
    public static CardContent List(Watch watch, string? said)
    {
        var card = new CardBuilder("note", WatchTexts.Title, said);
        foreach (var rule in watch.Rules)
        {
            card.Line(Line(rule, watch.Asleep.Contains(rule.Owner.AgentId)));
        }

        if (watch.Rules.Count == 0)
        {
            card.Line(WatchTexts.NoRules);
        }

        if (watch.Quiet is { } quiet)
        {
            card.Line(WatchTexts.Quiet(Time(quiet.From), Time(quiet.Until), new ViewerClock(quiet.OffsetMinutes).Zone));
        }

        return card.Line(WatchTexts.How).Lines(WatchTexts.Examples.Select(example => new CardLine(example))).Note(WatchTexts.HowToEnd).Build();
    }

    public static string Person(Asker asker) =>
        Markup.Plain(asker.Name, LongestName) is { Length: > 0 } name ? name : CommonTexts.Number(asker.AgentId);

    private static string Line(WatchRule rule, bool isAsleep)
    {
        List<string> parts = [WatchTexts.Rule(CommonTexts.Number(rule.Number), rule.Kind, CommonTexts.Span(rule.Longer), StateName(rule.State))];
        if (rule.WorkNo is { } workNo)
        {
            parts.Add(CommonTexts.AgentAtStart(workNo, null));
        }

        if (rule.Team is { } team)
        {
            parts.Add(Markup.Plain(team, LongestName));
        }

        parts.Add(isAsleep ? WatchTexts.OfAsleep(Person(rule.Owner)) : WatchTexts.Of(Person(rule.Owner)));
        return string.Join(CommonTexts.Separator, parts);
    }

    private static string StateName(NamedState? state) => state is { } named ? WatchTexts.State(named) : "";

    private static string Time(int minutes) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");
}
