using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Gateway.Monitoring;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Monitoring;

namespace SupervisorBot.Chat.Monitoring;

/// <summary>The card of a monitoring: it names the mode by who hears whom, and holds the buttons for what can be done next.</summary>
internal static class MonitoringCards
{
    private static readonly MonitoringMode[] s_modes = [MonitoringMode.Listen, MonitoringMode.Whisper, MonitoringMode.Insert];

    public static CardAction StopButton(Inspector inspector) =>
        new(MonitoringTexts.StopTitle, MonitoringTexts.StopTip, Verbs.MonitorStop, PressData.For(inspector));

    public static CardContent Of(MonitoringView view, Inspector inspector, PermissionSet may, ViewerClock clock, string? asked = null)
    {
        var subtitle = $"{CommonTexts.AgentAtStart(view.WorkNo, view.AgentName)}{CommonTexts.Separator}{CommonTexts.Inspector(inspector)}";
        var card = new CardBuilder("monitoring", MonitoringTexts.Title(view), subtitle).Line(MonitoringTexts.Line(view));
        if (asked is not null)
        {
            card.Line(asked, LineTone.Strong);
        }
        else if (view.Problem is { } problem)
        {
            card.Line(ProblemTexts.What(problem), LineTone.Warning).Line(ProblemTexts.Next(problem));
        }

        card.Note($"Since {clock.TimeOfDay(view.Since)}");
        return WithButtons(card, view, inspector, may).Build();
    }

    private static CardBuilder WithButtons(CardBuilder card, MonitoringView view, Inspector inspector, PermissionSet may)
    {
        switch (view.Phase)
        {
            case MonitoringPhase.Active:
                foreach (var mode in s_modes.Where(mode => mode != view.Mode && may.Has(Permissions.Of(mode))))
                {
                    card.Action(new CardAction(
                        MonitoringTexts.Button(mode), MonitoringTexts.SwitchTip(mode), Verbs.MonitorSwitch, PressData.For(inspector, mode)));
                }

                return card
                    .Action(may.Has(Permission.Intercept)
                        ? new CardAction(
                            MonitoringTexts.InterceptTitle, MonitoringTexts.InterceptTip, Verbs.InterceptOpen, PressData.WorkNumber(inspector, view.WorkNo))
                        : null)
                    .Action(StopButton(inspector));
            case MonitoringPhase.Requested or MonitoringPhase.PhoneRinging:
                return card.Action(StopButton(inspector));
            case MonitoringPhase.Failed when may.Has(Permissions.Of(view.Mode)):
                return card.Action(new CardAction(
                    MonitoringTexts.Button(view.Mode),
                    MonitoringTexts.SwitchTip(view.Mode),
                    Verbs.MonitorStart,
                    PressData.For(inspector, view.Mode, view.WorkNo)));
            default:
                return card;
        }
    }
}
