using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Places;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Interception;

namespace SupervisorBot.Chat.Texts;

/// <summary>Words of an interception, from its confirmation to its outcome.</summary>
internal static class InterceptionTexts
{
    public const string ConfirmTitle = "Take this call over?";
    public const string Confirm = "Intercept now";
    public const string ConfirmTip = "Cut the agent off and talk with the customer yourself";
    public const string Cancel = "Cancel";
    public const string CancelTip = "Do nothing; the call goes on as it is";
    public const string Again = "Choose again";
    public const string AgainTip = "Go back to the list of agents";
    public const string NotKnownTitle = "This confirmation is no longer known";
    public const string NotKnownText = "Nothing was done because of this press. To take a call over, start again with /intercept.";
    public const string OpenedBelow = "The next step is in a new message below.";
    public const string NotProposedTitle = "This call cannot be taken over";

    public const string WhatToDoWhenUnknown =
        "If you hear the customer, you have the call: go on, and hang up when you are done. "
        + "If you hear nobody, hang up your phone, check with /status, and only then try again.";

    public static string Agent(InterceptionView view) => CommonTexts.Agent(view.WorkNo, view.AgentName);

    public static string AgentAtStart(InterceptionView view) => CommonTexts.AgentAtStart(view.WorkNo, view.AgentName);

    public static string WhoIsCutOff(InterceptionView view) =>
        $"{AgentAtStart(view)} will be cut off from the call and become idle.";

    /// <summary>That the customer will hear the inspector, from when, and on which phone.</summary>
    /// <param name="inspector">The inspector.</param>
    /// <param name="monitoring">Whether the inspector is on this agent's call already; null where it is not known.</param>
    public static string CustomerWillHear(Inspector inspector, bool? monitoring) => monitoring switch
    {
        true => $"The customer WILL HEAR YOU as soon as the gateway has taken the call over, a moment after you press “{Confirm}”, on {CommonTexts.YourPhone(inspector)}, which you are monitoring on.",
        false => $"After you press “{Confirm}”, {CommonTexts.YourPhone(inspector)} rings: pick it up. From then on the gateway takes the call over and the customer WILL HEAR YOU on that phone.",
        null => $"The customer WILL HEAR YOU on {CommonTexts.YourPhone(inspector)}, as soon as the gateway has taken the call over.",
    };

    public static string Expires(InterceptionView view, ViewerClock clock) =>
        $"Expires at {clock.TimeOfDay(view.ExpiresAt)}. Until you press, nothing happens.";

    public static string OnlyBy(InterceptionView view) => $"Only {CommonTexts.Inspector(view.Inspector)} can press.";

    public static string ProgressTitle(InterceptionView view) => $"… Taking over the call of {Agent(view)}";

    public static string OutcomeTitle(InterceptionOutcome outcome) => outcome switch
    {
        InterceptionOutcome.Done => "✔ Call taken over",
        InterceptionOutcome.Cancelled => "Cancelled: nothing was done",
        InterceptionOutcome.Expired => "Expired: nothing was done",
        InterceptionOutcome.Declined => "× Not taken over: declined",
        InterceptionOutcome.NotApproved => "× Not taken over: not approved in time",
        InterceptionOutcome.NotSignedIn => "× Not taken over: not signed in",
        InterceptionOutcome.Busy => "× Not taken over: something else is under way",
        InterceptionOutcome.TakenByAnother => "× Not taken over: another inspector has this call",
        InterceptionOutcome.CallEnded => "× Not taken over: the call has ended",
        InterceptionOutcome.PhoneNotPickedUp => "× Not taken over: your phone was not picked up",
        InterceptionOutcome.Refused => "× Not taken over: the gateway refused",
        InterceptionOutcome.Unreachable => "× Not taken over: the gateway cannot be reached",
        InterceptionOutcome.NotDone => "× Not taken over",
        InterceptionOutcome.NotPermitted => "× Not taken over: you may not",
        InterceptionOutcome.Unknown => "? Unknown: look at your phone",
        _ => "The interception has ended",
    };

    /// <summary>What happened, what the state is now, what to do.</summary>
    public static IReadOnlyList<string> Outcome(InterceptionView view) => view.Outcome switch
    {
        InterceptionOutcome.Done =>
        [
            $"{CommonTexts.Inspector(view.Inspector)} took the call over and is connected with the {CommonTexts.Customer(view.Customer)}.",
            $"{AgentAtStart(view)} was cut off and is free again.",
            "What becomes of the talk is told below. To end it, hang up the phone or use /hangup.",
        ],
        InterceptionOutcome.Cancelled =>
        [
            $"{CommonTexts.Inspector(view.Inspector)} pressed “{Cancel}”.",
            $"The call of {Agent(view)} goes on as it was; nobody noticed anything.",
            "To begin again, type /intercept",
        ],
        InterceptionOutcome.Expired =>
        [
            "Nobody confirmed in time.",
            $"The call of {Agent(view)} was not touched.",
            "To begin again, type /intercept",
        ],
        InterceptionOutcome.Declined =>
        [
            view.Answer is { } answer ? $"{ApprovalTexts.Name(answer)} declined it." : "It was declined.",
            $"The call of {Agent(view)} was not touched.",
            "Talk with them before you try again with /intercept",
        ],
        InterceptionOutcome.NotApproved =>
        [
            "Nobody approved it in time.",
            $"The call of {Agent(view)} was not touched.",
            "Ask somebody who may approve, then type /intercept again.",
        ],
        InterceptionOutcome.NotSignedIn =>
        [
            "You were not signed in at the contact centre when it should begin.",
            $"The call of {Agent(view)} was not touched.",
            "Sign in with /signin, then type /intercept again.",
        ],
        InterceptionOutcome.Busy =>
        [
            view.Problem is { Kind: ProblemKind.AlreadyTaking } taking
                ? ProblemTexts.What(taking)
                : "You were busy with another request, talk or agent when it should begin.",
            $"The call of {Agent(view)} was not touched.",
            "Finish that first (/status shows it), then type /intercept again.",
        ],
        InterceptionOutcome.TakenByAnother =>
        [
            view.TakenBy is { Length: > 0 } who ? $"{Markup.Plain(who)} took this call before you." : "Another inspector took this call before you.",
            "You are not on the call, and nothing was changed by you.",
            "Choose another call with /intercept, or ask that inspector.",
        ],
        InterceptionOutcome.CallEnded =>
        [
            "The call ended before it could be taken over.",
            "There is nobody to talk with; nothing was taken.",
            "Choose another call with /intercept",
        ],
        InterceptionOutcome.PhoneNotPickedUp =>
        [
            "Your phone rang but was not picked up in time.",
            $"The call of {Agent(view)} goes on without you.",
            "Try again with /intercept and pick your phone up when it rings.",
        ],
        InterceptionOutcome.Refused =>
        [
            view.Problem is { } refused ? ProblemTexts.What(refused) : "The gateway refused the interception.",
            $"The call was not taken over; {Agent(view)} keeps it as far as it still goes on.{Detached(view)}",
            view.Problem is { } next ? ProblemTexts.Next(next) : "Try again in a moment with /intercept",
        ],
        InterceptionOutcome.Unreachable =>
        [
            "The gateway could not be reached, so the interception was never sent.",
            $"The call of {Agent(view)} was not touched.{Detached(view)}",
            "Try again in a moment. If it lasts, tell the people who run the contact centre.",
        ],
        InterceptionOutcome.NotDone =>
        [
            WhyNotDone(view.Problem),
            $"{AgentAtStart(view)} keeps the call as far as it still goes on.{Detached(view)}",
            "Try again with /intercept",
        ],
        InterceptionOutcome.NotPermitted =>
        [
            ProblemTexts.What(view.Problem ?? new Problem(ProblemKind.NotPermitted)),
            $"The interception was not sent; {Agent(view)} keeps the call as far as it still goes on.{Detached(view)}",
            ProblemTexts.Next(view.Problem ?? new Problem(ProblemKind.NotPermitted)),
        ],
        InterceptionOutcome.Unknown =>
        [
            "The interception was sent, but neither an event nor the gateway's state tells what became of it. It was not sent again.",
            "Look at your phone.",
            WhatToDoWhenUnknown,
        ],
        _ => ["The interception has ended.", "Its outcome is not known here.", "Check with /status."],
    };

    private static string WhyNotDone(Problem? problem) => problem?.Kind switch
    {
        ProblemKind.SessionEnded => "Your session at the gateway ended before the interception was sent.",
        ProblemKind.BotRestarted => "I was restarted before the interception was sent, so nothing was sent.",
        ProblemKind.PhoneNotPickedUp => "Your phone was hung up before the call could be taken over, so the interception was not sent.",
        ProblemKind.NoAnswer => "What has to come before the interception got no answer, so the interception was not sent.",
        _ => "The gateway did not connect you in time, and its state shows that the agent still has the call.",
    };

    private static string Detached(InterceptionView view) => view is { Attached: true, Problem.Kind: not ProblemKind.SessionEnded } ? " You were taken off the call again, or will be in a moment." : "";

    /// <summary>The post into the thread, or null for outcomes that only the card tells.</summary>
    public static string? Post(InterceptionView view, ViewerClock clock)
    {
        var at = clock.TimeOfDay(view.DecidedAt ?? view.ProposedAt);
        var who = CommonTexts.Inspector(view.Inspector);
        return view.Outcome switch
        {
            null or InterceptionOutcome.Cancelled or InterceptionOutcome.Expired => null,
            InterceptionOutcome.Done =>
                $"✔ {who} took over the call of {Agent(view)} with the {CommonTexts.Customer(view.Customer)} at {at}. {AgentAtStart(view)} is free again.",
            InterceptionOutcome.Unknown =>
                $"? {who}, look at your phone: it is not known whether the call of {Agent(view)} was taken over ({at}). {WhatToDoWhenUnknown}",
            { } outcome => $"{OutcomeTitle(outcome)} ({who}, {Agent(view)}, {at}). {string.Join(' ', Outcome(view).Skip(1))}",
        };
    }

    public static string Step(InterceptionStep step) => step switch
    {
        InterceptionStep.Claiming => "Reserve the call, so that nobody else takes it",
        InterceptionStep.Attaching => "Connect your phone to the call: nobody hears you yet",
        InterceptionStep.WaitingForPhone => "Your phone rings: pick it up",
        InterceptionStep.Sending => "Take the call over",
        InterceptionStep.WaitingForTalk => "Wait for the talk with the customer to begin",
        InterceptionStep.Reconciling => "No sign of the talk yet: ask the gateway how things stand. The interception is not sent again",
        _ => "",
    };

    public static string NotProposed(ProposalAnswer answer) => answer switch
    {
        { Refusal: { } refusal } => RefusalTexts.Of(refusal, answer.WorkNo),
        { Problem: { } problem } => ProblemTexts.Both(problem),
        _ => ProblemTexts.Both(new Problem(ProblemKind.CallEnded)),
    };
}
