using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.SigningIn;

namespace SupervisorBot.Supervision.Sessions.Machine;

/// <summary>Writing down for good what became of a link, a page and a code.</summary>
internal static partial class SessionMachine
{
    private const string Link = "Link";

    private const string Page = "Page";

    private const string Code = "Code";

    private static void AuditPage(SessionTurn turn, SessionState before, SessionInput input)
    {
        switch (input)
        {
            case PageSubmitted when turn.Reply is long:
                turn.Audit(OfPage(turn, AuditStage.Sent, Page), before.Page!.Origin);
                break;
            case PageSubmitted:
                turn.Audit(OfPage(turn, AuditStage.Refused, nameof(PageResult.NoLink)), before.Page?.Origin);
                break;
            case CodeTyped typed when turn.Reply is CodeAnswer { Result: not CodeResult.NotAwaited } answer:
                turn.Audit(OfCode(turn, answer.Result), typed.Code.Origin);
                break;
            default:
                AuditDeadline(turn, before);
                break;
        }
    }

    private static AuditEntry OfCode(SessionTurn turn, CodeResult result) => result switch
    {
        CodeResult.Right => OfPage(turn, AuditStage.Confirmed, Code),
        CodeResult.TooLate => OfPage(turn, AuditStage.Expired, nameof(ProblemKind.CodeNotTyped)),
        _ => OfPage(turn, AuditStage.Refused, result.ToString()),
    };

    private static void AuditDeadline(SessionTurn turn, SessionState before)
    {
        if (before is { Status: SessionStatus.AwaitingCode, Page: { GivenUp: null } page } && turn.Now >= page.CodeUntil
            && (turn.State.Page is null or { GivenUp: ProblemKind.CodeNotTyped }))
        {
            turn.Audit(OfPage(turn, AuditStage.Expired, nameof(ProblemKind.CodeNotTyped)), page.Origin);
        }
        else if (before.Page is { IsOffered: true } offered && turn.State is { Status: SessionStatus.SignedOut, Page: null } && turn.Now >= offered.CodeUntil)
        {
            turn.Audit(OfPage(turn, AuditStage.Expired, nameof(ProblemKind.TakeOverNotChosen)), offered.Origin);
        }
    }

    private static AuditEntry OfPage(SessionTurn turn, AuditStage stage, string detail) => By(turn, AuditAct.SignIn, stage) with { Detail = detail };
}
