using System.Text.Json.Nodes;
using SupervisorBot.Chat.Agents;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Chat.Sessions;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Agents;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Interception;

namespace SupervisorBot.Chat.Interception;

/// <summary>The cards of an interception: choosing an agent, the confirmation, the steps, the outcome.</summary>
internal static class InterceptionCards
{
    /// <summary>
    /// The rank of a state among the states of one interception: a later step never gives way to an earlier one, and none to the dialog before it (rank 0).
    /// </summary>
    public static int Rank(InterceptionView view) => 1 + (int)view.Step;

    /// <summary>The agents whose call could be taken over: those monitored first, then those talking. The others are counted, not listed.</summary>
    public static CardContent ChooseAgent(RosterView roster, InspectorProfile asker, Guid operationId, int page, ViewerClock clock)
    {
        List<AgentView> eligible =
            [.. roster.Agents.Where(agent => agent.IsTalking).OrderByDescending(agent => agent.MonitoredByAsker)];
        var shown = Page<AgentView>.Cut(eligible, page);
        var leftOut = roster.Agents.Count - eligible.Count;
        var card = new CardBuilder("agents", AgentTexts.ChooseAgentTitle, AgentCards.Subtitle(shown, roster, clock));
        if (roster.Problem is { } problem)
        {
            card.Line(AgentTexts.OldList(ProblemTexts.What(problem)), LineTone.Warning);
        }

        card.Line(eligible.Count == 0 ? AgentTexts.NobodyTalks : AgentTexts.ListenFirst)
            .With("rows", Json.Array(shown.Items, agent => AgentCards.Row(agent, roster.AsOf, Choose(agent, asker, operationId))))
            .Note(leftOut == 0 ? null : AgentTexts.LeftOut(leftOut));
        return AgentCards.WithPaging(card, shown, Verbs.InterceptPage, asker.Inspector, operationId, filter: null).Build();
    }

    /// <summary>An interception as it stands.</summary>
    /// <param name="view">The interception.</param>
    /// <param name="may">What the inspector who asked may do.</param>
    /// <param name="clock">The asker's clock.</param>
    /// <param name="monitoring">For the confirmation: whether the inspector is on this agent's call already; null where it is not known.</param>
    /// <param name="since">Since when it is at its step; null where that is not known.</param>
    public static CardContent Of(InterceptionView view, PermissionSet may, ViewerClock clock, bool? monitoring = null, DateTimeOffset? since = null) => view.Step switch
    {
        InterceptionStep.Proposed => Confirmation(view, clock, monitoring),
        InterceptionStep.AwaitingApproval => Waiting(view, clock, Place.IsShared(view.Origin)),
        InterceptionStep.Decided => Outcome(view, may, clock),
        _ => Progress(view, clock, since),
    };

    /// <summary>An interception as the asker sees it beside the message that tells everybody how it goes on: of its steps nothing.</summary>
    public static CardContent OfAsker(InterceptionView view, PermissionSet may, ViewerClock clock) => view.Step switch
    {
        InterceptionStep.Proposed or InterceptionStep.Decided => Of(view, may, clock),
        InterceptionStep.AwaitingApproval => Waiting(view, clock, mayBeApprovedHere: false),
        _ => Facts(new CardBuilder("interception", InterceptionTexts.ProgressTitle(view), CommonTexts.Inspector(view.Inspector)), view)
            .With("hasSteps", JsonValue.Create(true))
            .With("steps", Agreed(view, clock))
            .Line(ProgressTexts.SeenByAll, LineTone.Strong)
            .Summary(CommonTexts.Titled(InterceptionTexts.ProgressTitle(view), ProgressTexts.SeenByAll))
            .Build(),
    };

    /// <summary>A call that cannot be proposed, with the way back to the list.</summary>
    public static CardContent NotPossible(InspectorProfile asker, Guid operationId, int? workNo, string? agentName, string why) =>
        new CardBuilder("note", InterceptionTexts.NotProposedTitle, workNo is { } agent ? CommonTexts.AgentAtStart(agent, agentName) : null)
            .Line(why)
            .Action(asker.May(Permission.Intercept)
                ? new CardAction(InterceptionTexts.Again, InterceptionTexts.AgainTip, Verbs.InterceptPage, PressData.PageOf(asker.Inspector, operationId, 0, null))
                : null)
            .Build();

    public static CardContent NotKnown() =>
        new CardBuilder("note", InterceptionTexts.NotKnownTitle).Line(InterceptionTexts.NotKnownText).Build();

    private static CardAction? Choose(AgentView agent, InspectorProfile asker, Guid operationId) => asker.May(Permission.Intercept)
        ? new CardAction(AgentTexts.Choose, AgentTexts.ChooseTip(agent), Verbs.InterceptAgent, PressData.Agent(asker.Inspector, operationId, agent.WorkNo))
        : null;

    private static CardContent Confirmation(InterceptionView view, ViewerClock clock, bool? monitoring)
    {
        var data = PressData.Operation(view.OperationId);
        var cutOff = InterceptionTexts.WhoIsCutOff(view);
        var heard = InterceptionTexts.CustomerWillHear(view.Inspector, monitoring);
        var card = Facts(new CardBuilder("confirmation", InterceptionTexts.ConfirmTitle, InterceptionTexts.AgentAtStart(view)), view)
            .Line(cutOff, LineTone.Strong)
            .Line(heard, LineTone.Strong);
        if (view.Approval != ApprovalRule.None)
        {
            card.Line(ApprovalTexts.Needs(view.Approval), LineTone.Strong);
        }

        return ReasonInput(card, view)
            .Fact(FactTexts.TalkingFor, view.CallAnsweredAt is { } answered ? CommonTexts.Span(view.ProposedAt - answered) : null)
            .Fact(FactTexts.AskedBy, CommonTexts.Inspector(view.Inspector))
            .Note($"{InterceptionTexts.Expires(view, clock)} {InterceptionTexts.OnlyBy(view)}")
            .Action(new CardAction(InterceptionTexts.Confirm, InterceptionTexts.ConfirmTip, Verbs.InterceptConfirm, data))
            .Action(new CardAction(InterceptionTexts.Cancel, InterceptionTexts.CancelTip, Verbs.InterceptCancel, data))
            .Summary($"{InterceptionTexts.ConfirmTitle} {cutOff} {heard}")
            .Build();
    }

    /// <summary>A list where there are reasons to choose from, else a line to type in; neither where no reason is asked for.</summary>
    private static CardBuilder ReasonInput(CardBuilder card, InterceptionView view)
    {
        var isAsked = view.ReasonRule != ReasonRule.NotAsked;
        return card
            .With("hasReasonChoices", JsonValue.Create(isAsked && view.Reasons.Count > 0))
            .With("hasReasonText", JsonValue.Create(isAsked && view.Reasons.Count == 0))
            .With("reason", new JsonObject
            {
                ["label"] = ApprovalTexts.ReasonLabel,
                ["placeholder"] = view.Reasons.Count > 0 ? ApprovalTexts.ReasonChoose : ApprovalTexts.ReasonType,
                ["error"] = ApprovalTexts.ReasonError,
                ["isRequired"] = view.ReasonRule == ReasonRule.Required,
                ["most"] = InterceptionPolicy.LongestReason,
                ["choices"] = Json.Array(view.Reasons, reason => new JsonObject { ["text"] = reason }),
            });
    }

    /// <summary>The asker can still withdraw it. Where others read the same chat, whoever may approve can do so there.</summary>
    private static CardContent Waiting(InterceptionView view, ViewerClock clock, bool mayBeApprovedHere)
    {
        var waiting = ApprovalTexts.Waiting(view);
        var card = Facts(new CardBuilder("interception", ApprovalTexts.WaitingTitle, InterceptionTexts.AgentAtStart(view)), view)
            .With("hasSteps", JsonValue.Create(false))
            .With("steps", new JsonArray())
            .Line(waiting, LineTone.Strong)
            .Fact(FactTexts.AskedBy, CommonTexts.Inspector(view.Inspector))
            .Note(ApprovalTexts.Expires(view, clock))
            .Summary(CommonTexts.Titled(ApprovalTexts.WaitingTitle, waiting));
        foreach (var button in mayBeApprovedHere ? ApprovalCards.Buttons(view) : [])
        {
            card.Action(button);
        }

        return card
            .Action(new CardAction(InterceptionTexts.Cancel, InterceptionTexts.CancelTip, Verbs.InterceptCancel, PressData.Operation(view.OperationId)))
            .Build();
    }

    private static CardContent Progress(InterceptionView view, ViewerClock clock, DateTimeOffset? since)
    {
        var steps = Agreed(view, clock);
        InterceptionStep[] all = [.. Steps(view)];
        foreach (var step in all)
        {
            var state = step == view.Step ? StepState.Now : step < view.Step ? StepState.Done : StepState.Later;
            var (symbol, text) = state switch
            {
                StepState.Done => ("✔", InterceptionTexts.Step(step)),
                StepState.Now => ("▶", InterceptionTexts.Now(step)),
                _ => ("○", InterceptionTexts.Step(step)),
            };
            steps.Add((JsonNode)Step(symbol, text, state));
        }

        return Facts(new CardBuilder("interception", InterceptionTexts.ProgressTitle(view), CommonTexts.Inspector(view.Inspector)), view)
            .With("hasSteps", JsonValue.Create(true))
            .With("steps", steps)
            .Note(ProgressTexts.Where(Array.IndexOf(all, view.Step) + 1, all.Length, (since ?? BeganAt(view)) is { } at ? clock.TimeOfDay(at) : null))
            .Summary(CommonTexts.Titled(InterceptionTexts.ProgressTitle(view), InterceptionTexts.Step(view.Step)))
            .Build();
    }

    // The first step begins with the press, unless somebody else has to agree before.
    private static DateTimeOffset? BeganAt(InterceptionView view) => view is { Step: InterceptionStep.Claiming, Answer: null } ? view.PressedAt : null;

    /// <summary>Who agreed to it, and when.</summary>
    private static JsonArray Agreed(InterceptionView view, ViewerClock clock)
    {
        var steps = new JsonArray();
        if (view.PressedAt is { } pressed)
        {
            steps.Add((JsonNode)Step("✔", InterceptionTexts.ConfirmedAt(view, clock.TimeOfDay(pressed)), StepState.Done));
        }

        if (view.Answer is { Approved: true } answer)
        {
            steps.Add((JsonNode)Step("✔", ApprovalTexts.AnsweredBy(answer, clock), StepState.Done));
        }

        return steps;
    }

    private static IEnumerable<InterceptionStep> Steps(InterceptionView view)
    {
        yield return InterceptionStep.Claiming;
        if (view.Attached || view.Step is InterceptionStep.Attaching or InterceptionStep.WaitingForPhone)
        {
            yield return InterceptionStep.Attaching;
            yield return InterceptionStep.WaitingForPhone;
        }

        yield return InterceptionStep.Sending;
        yield return InterceptionStep.WaitingForTalk;
        if (view.Step == InterceptionStep.Reconciling)
        {
            yield return InterceptionStep.Reconciling;
        }
    }

    private static JsonObject Step(string symbol, string text, StepState state) => new()
    {
        ["symbol"] = symbol,
        ["text"] = text,
        ["weight"] = state == StepState.Now ? "Bolder" : "Default",
        ["isLater"] = state == StepState.Later,
    };

    private static CardContent Outcome(InterceptionView view, PermissionSet may, ViewerClock clock)
    {
        var outcome = view.Outcome ?? InterceptionOutcome.Unknown;
        var lines = InterceptionTexts.Outcome(view);
        var card = Facts(new CardBuilder("interception", InterceptionTexts.OutcomeTitle(outcome), InterceptionTexts.AgentAtStart(view)), view)
            .With("hasSteps", JsonValue.Create(false))
            .With("steps", new JsonArray())
            .Line(lines[0], Tone(outcome))
            .Lines(lines.Skip(1).Select(line => new CardLine(line)))
            .Fact(FactTexts.AskedBy, CommonTexts.Inspector(view.Inspector))
            .Fact(FactTexts.ApprovedBy, view.Answer is { Approved: true } answer ? ApprovalTexts.Name(answer) : null)
            .Fact(FactTexts.Decided, view.DecidedAt is { } at ? clock.TimeOfDay(at) : null)
            .Fact(ProgressTexts.Took, view is { PressedAt: { } pressed, DecidedAt: { } decided } && decided > pressed ? CommonTexts.Span(decided - pressed) : null)
            .Summary(CommonTexts.Titled(InterceptionTexts.OutcomeTitle(outcome), lines[0]));
        return (outcome switch
        {
            InterceptionOutcome.Done or InterceptionOutcome.Unknown => card,
            InterceptionOutcome.NotSignedIn => card.Action(SessionCards.SignInButton(view.Inspector)),
            _ when !may.Has(Permission.Intercept) => card,
            _ => card.Action(new CardAction(
                InterceptionTexts.Again, InterceptionTexts.AgainTip, Verbs.InterceptOpen, PressData.For(view.Inspector))),
        }).Build();
    }

    private static LineTone Tone(InterceptionOutcome outcome) => outcome switch
    {
        InterceptionOutcome.Done => LineTone.Good,
        InterceptionOutcome.Cancelled or InterceptionOutcome.Expired => LineTone.Strong,
        _ => LineTone.Warning,
    };

    private static CardBuilder Facts(CardBuilder card, InterceptionView view) => card
        .Fact(FactTexts.Agent, InterceptionTexts.AgentAtStart(view))
        .Fact(FactTexts.Customer, CommonTexts.Number(view.Customer))
        .Fact(FactTexts.Direction, AgentTexts.Direction(view.Direction))
        .Fact(FactTexts.Call, CommonTexts.Call(view.CallId))
        .Fact(FactTexts.Reason, ApprovalTexts.Reason(view));

    private enum StepState
    {
        Done,
        Now,
        Later,
    }
}
