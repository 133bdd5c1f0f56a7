using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Languages;
using SupervisorBot.Supervision.Agents;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Chat.Texts;

/// <summary>Words of what an inspector does with their own call: the call's card, its buttons, and the questions that some of them ask.</summary>
internal static class CallTexts
{
    private static readonly TextSet s_texts = TextSet.Of(typeof(CallTexts));

    public static string Transfer => s_texts.Get();

    public static string TransferTip => s_texts.Get();

    public static string End => s_texts.Get();

    public static string EndTip => s_texts.Get();

    public static string EndWarning => s_texts.Get();

    public static string EndQuestion => s_texts.Get();

    public static string EndEffect => s_texts.Get();

    public static string EndInstead => s_texts.Get();

    public static string EndConfirm => s_texts.Get();

    public static string EndConfirmTip => s_texts.Get();

    public static string EndAsked => s_texts.Get();

    public static string EndDone => s_texts.Get();

    public static string EndFailed => s_texts.Get();

    public static string Keep => s_texts.Get();

    public static string KeepTip => s_texts.Get();

    public static string Cancel => s_texts.Get();

    public static string CancelTip => s_texts.Get();

    public static string Withdrawn => s_texts.Get();

    public static string WithdrawnText => s_texts.Get();

    public static string Expired => s_texts.Get();

    public static string ExpiredText => s_texts.Get();

    public static string OpenedBelow => s_texts.Get();

    public static string AskedTitle => s_texts.Get();

    public static string NotCertain => s_texts.Get();

    public static string StillYours => s_texts.Get();

    public static string TransferDoneTitle => s_texts.Get();

    public static string EndDoneTitle => s_texts.Get();

    public static string NotDoneTitle => s_texts.Get();

    public static string TransferQuestion => s_texts.Get();

    public static string TransferEffect => s_texts.Get();

    public static string KindLabel => s_texts.Get();

    public static string KindError => s_texts.Get();

    public static string AddressLabel => s_texts.Get();

    public static string AddressPlaceholder => s_texts.Get();

    public static string AddressError => s_texts.Get();

    public static string TransferNow => s_texts.Get();

    public static string TransferNowTip => s_texts.Get();

    public static string MuteNotCertain => s_texts.Get();

    public static string FactYou => s_texts.Get();

    public static string FactFrom => s_texts.Get();

    public static string FactTransferred => s_texts.Get();

    public static string Button(TalkMove move) => s_texts.Get(move.ToString());

    public static string Tip(TalkMove move) => s_texts.Get($"{move}Tip");

    public static string FactHeld => s_texts.Get();

    /// <summary>Of a customer on hold nothing else can be done.</summary>
    public static string TakeBackFirst => s_texts.Get();

    public static string HandBackAsked => s_texts.Get();

    public static string HandBack(int workNo) => s_texts.Format(nameof(HandBack), CommonTexts.Number(workNo));

    public static string HandBackTip(string agent) => s_texts.Format(nameof(HandBackTip), agent);

    public static string Asked(TalkMove move) => s_texts.Get($"Asked.{move}");

    public static string Done(TalkMove move) => s_texts.Get($"Done.{move}");

    public static string Asked(TransferTarget to) => s_texts.Format("AskedTransfer", Target(to));

    public static string Done(TransferTarget to) => s_texts.Format("DoneTransfer", Target(to));

    public static string Transferring(TransferTarget to) => s_texts.Format(nameof(Transferring), Target(to));

    /// <summary>To whom, in words; of an outside number the end alone.</summary>
    public static string Target(TransferTarget to) => s_texts.Format($"Target.{to.Kind}", Markup.Plain(to.Masked().Address));

    public static string Kind(TransferKind kind) => s_texts.Get($"Kind.{kind}");

    public static string NotATarget(TransferKind kind) => s_texts.Format($"NotATarget.{kind}", WorkNumber.Lowest, WorkNumber.Highest);

    public static string TransferMissing(CommandInfo command) => s_texts.Format(nameof(TransferMissing), CommandTexts.Examples(command));

    /// <summary>Why something that was asked for did not come about, or that nobody knows whether it did.</summary>
    public static string Failed(SupervisionRequest request, Problem problem)
    {
        var what = problem.Kind == ProblemKind.NoAnswer ? NotCertain : request switch
        {
            TalkMoveRequested move => s_texts.Get($"Failed.{move.Move}"),
            TransferRequested => s_texts.Get("FailedTransfer"),
            _ => EndFailed,
        };
        var whose = request is TransferRequested && problem.Kind is not (ProblemKind.NoAnswer or ProblemKind.CallEnded) ? $" {StillYours}" : "";
        return $"{what}{whose} {ProblemTexts.Both(problem)}";
    }

    public static string Expires(string timeOfDay, Inspector inspector) => s_texts.Format(nameof(Expires), timeOfDay, CommonTexts.Inspector(inspector));

    /// <summary>Whether the customer hears the inspector.</summary>
    public static string Heard(TalkView talk) => s_texts.Get(talk switch
    {
        { Phase: TalkPhase.OnHold } => "HeardNot",
        { Mute: TalkMute.On } => "Muted",
        { Mute: TalkMute.Off } => nameof(Heard),
        _ => "HeardNotCertain",
    });

    public static string Since(string timeOfDay) => s_texts.Format(nameof(Since), timeOfDay);

    public static string TitleTransferred(string inspector) => s_texts.Format(nameof(TitleTransferred), inspector);

    /// <summary>The post for a change; null where there is none of it here.</summary>
    public static string? Post(TalkView talk, TalkChange change, string inspector, DateTimeOffset at) => (change, talk.TransferTo) switch
    {
        (TalkChange.Transferred, { } to) =>
            s_texts.Format("PostTransferred", inspector, CommonTexts.Customer(talk.Customer), Target(to), TalkTexts.Length(talk, at)),
        (TalkChange.EndedInTransfer, { } to) => s_texts.Format("PostEndedInTransfer", inspector, CommonTexts.Customer(talk.Customer), Target(to)),
        _ => null,
    };

    /// <summary>The refusals of what is done with one's own call.</summary>
    public static string? Of(Refusal refusal) => refusal switch
    {
        Refusal.AlreadySo => s_texts.Get(nameof(Refusal.AlreadySo)),
        Refusal.OnHold => s_texts.Get(nameof(Refusal.OnHold)),
        Refusal.NotTakenOver => s_texts.Get(nameof(Refusal.NotTakenOver)),
        _ => null,
    };

    /// <summary>An agent cannot take a customer.</summary>
    public static string AgentBusy(AgentView agent) => s_texts.Format(nameof(AgentBusy), CommonTexts.AgentAtStart(agent.WorkNo, agent.Name));

    public static string AgentAway(AgentView agent) => s_texts.Format(nameof(AgentAway), CommonTexts.AgentAtStart(agent.WorkNo, agent.Name));

    /// <summary>A refusal of a move: where there is no talk, there is nothing to do it with.</summary>
    public static string OfMove(Refusal refusal, int? workNo) => refusal == Refusal.NoCall ? s_texts.Get("NoTalk") : RefusalTexts.Of(refusal, workNo);
}
