using SupervisorBot.ConnectorSimulator.Recording;
using SupervisorBot.GatewaySimulator;
using SupervisorBot.Resilience.Tests.Running;

namespace SupervisorBot.Resilience.Tests.Killing;

/// <summary>A moment of an interception at which the bot is killed, and how the operation is held there.</summary>
/// <param name="Name">The moment.</param>
internal sealed record Interruption(string Name)
{
    /// <summary>How long what is held is held: long enough for all operations of a round to get there, and less than <see cref="KillRounds.TalkingTimeout"/>.</summary>
    public static readonly TimeSpan Hold = TimeSpan.FromSeconds(5);

    /// <summary>Getting there may take this long on a busy machine.</summary>
    public static readonly TimeSpan ReachLimit = TimeSpan.FromSeconds(30);

    private static readonly int s_hold = (int)Hold.TotalMilliseconds;

    /// <summary>Plots what holds the operation.</summary>
    public Action<Site, Operation> Prepare { get; init; } = static (_, _) => { };

    /// <summary>Ends when the operation is there.</summary>
    public Func<Site, Operation, Task> Reached { get; init; } = static (_, _) => Task.CompletedTask;

    /// <summary>What happens while no bot runs.</summary>
    public Action<Site, Operation> WhileDead { get; init; } = static (_, _) => { };

    /// <summary>Whether the press comes after the restart only.</summary>
    public bool IsPressedLater { get; init; }

    /// <summary>Whether the gateway cannot tell any more what became of the intercept, so that "not certain" is the truth.</summary>
    public bool MayBeUnknown { get; init; }

    /// <summary>No hold: the bot dies wherever the operation happens to be.</summary>
    public static Interruption Anywhere { get; } = new("anywhere");

    /// <summary>The moments up to the intercept's answer.</summary>
    public static IReadOnlyList<Interruption> UpToTheAnswer { get; } =
    [
        new("confirmation asked") { IsPressedLater = true },
        new("attach on its way") { Prepare = Delay("addSupervise"), Reached = (_, o) => o.ReachesAsync("addSupervise") },
        new("attach carried out, not answered")
        {
            Prepare = Delay("addSupervise", afterActing: true),
            Reached = (site, o) => Soon(() => site.Centre.FindAgent(o.Person.AgentId)!.Monitors is not null, o),
        },
        new("phone rings")
        {
            Prepare = (site, o) => site.Centre.SetPhonePickedUp(o.Person.AgentId, picksUp: false),
            Reached = (_, o) => o.AnsweredAsync("addSupervise"),
            WhileDead = (site, o) => site.Centre.SetPhonePickedUp(o.Person.AgentId, picksUp: true),
        },
        new("call checked") { Prepare = Delay("queryAllCallInfoByAgentWorkNoEx"), Reached = (_, o) => o.ReachesAsync("queryAllCallInfoByAgentWorkNoEx") },
        new("customer hangs up before the intercept")
        {
            Prepare = Delay("queryAllCallInfoByAgentWorkNoEx"),
            Reached = (_, o) => o.ReachesAsync("queryAllCallInfoByAgentWorkNoEx"),
            WhileDead = (site, o) => site.Centre.EndCall(o.CallId),
        },
        new("intercept on its way") { Prepare = Delay("intercept"), Reached = (_, o) => o.ReachesAsync("intercept") },
        new("intercept carried out, not answered") { Prepare = Delay("intercept", afterActing: true), Reached = (_, o) => Taken(o) },
        new("intercept carried out, the customer hangs up before the restart")
        {
            Prepare = Delay("intercept", afterActing: true),
            Reached = (_, o) => Taken(o),
            WhileDead = (site, o) => site.Centre.EndCall(o.CallId),
            MayBeUnknown = true,
        },
        new("intercept refused, not answered")
        {
            Prepare = (site, o) =>
            {
                site.Gateway.Faults.Add(new Fault { Kind = FaultKind.RetCode, RetCode = "900-001", Operation = "intercept", AgentId = o.Person.AgentId });
                Delay("intercept")(site, o);
            },
            Reached = (_, o) => o.ReachesAsync("intercept"),
        },
        new("intercept's answer lost")
        {
            Prepare = (site, o) => site.Gateway.Faults.Add(
                new Fault { Kind = FaultKind.Drop, AfterActing = true, Operation = "intercept", AgentId = o.Person.AgentId }),
            Reached = (_, o) => o.AnsweredAsync("intercept"),
        },
    ];

    /// <summary>The moments from the intercept's answer to the telling of the outcome.</summary>
    public static IReadOnlyList<Interruption> FromTheAnswer { get; } =
    [
        new("talk begins, its event is lost")
        {
            Prepare = (site, o) => site.Gateway.Faults.Add(new Fault { Kind = FaultKind.NoTalkingEvent, AgentId = o.Person.AgentId }),
            Reached = (_, o) => o.AnsweredAsync("intercept"),
        },
        new("intercept accepted and not carried out")
        {
            Prepare = (site, o) => site.Gateway.Faults.Add(new Fault { Kind = FaultKind.InterceptNotCarriedOut, AgentId = o.Person.AgentId }),
            Reached = (_, o) => o.AnsweredAsync("intercept"),
        },
        new("state read back")
        {
            Prepare = (site, o) =>
            {
                site.Gateway.Faults.Add(new Fault { Kind = FaultKind.NoTalkingEvent, AgentId = o.Person.AgentId });
                Delay("queryAllCallId")(site, o);
            },
            Reached = (_, o) => o.ReachesAsync("queryAllCallId"),
        },
        new("outcome on its way to the thread")
        {
            Prepare = Telling(ConnectorFault.AnswerAfter(Hold)),
            Reached = (site, o) => site.Connector.WaitForAsync(IsTelling(o), ReachLimit),
        },
        new("outcome told, the chat's answer lost")
        {
            Prepare = Telling(ConnectorFault.DropAnswer()),
            Reached = (site, o) => site.Connector.WaitForAsync(IsTelling(o), ReachLimit),
        },
        new("outcome told") { Reached = (site, o) => site.Connector.WaitForMessageAsync(o.Person.Thread.Id, m => m.Id == o.Dialog.Id && Outcomes.OfMessage(m) is not null, ReachLimit, o.Person.User.Id) },
    ];

    private static Action<Site, Operation> Delay(string operation, bool afterActing = false) => (site, o) => site.Gateway.Faults.Add(
        new Fault { Kind = FaultKind.Delay, DelayMilliseconds = s_hold, Operation = operation, AgentId = o.Person.AgentId, AfterActing = afterActing });

    private static Action<Site, Operation> Telling(ConnectorFault fault) => (site, o) => site.Connector.Plot(fault, new Func<ConnectorCall, bool>(IsTelling(o)));

    private static Func<ConnectorCall, bool> IsTelling(Operation o) => call =>
        call.ConversationId == o.Person.Thread.Id
        && (call.Card is { } card ? call.ActivityId == o.Dialog.Id && Outcomes.OfCard(card) is not null : Outcomes.OfText(call.Text) is not null);

    private static Task Taken(Operation o) => Soon(
        () =>
        {
            o.Look();
            return o.IsTaken;
        },
        o);

    private static Task Soon(Func<bool> condition, Operation o) => Wait.UntilAsync(condition, ReachLimit, () => $"The operation does not get there: {o}");
}
