using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Sessions.Machine;
using SupervisorBot.Supervision.SigningIn;

namespace SupervisorBot.Supervision.Sessions;

/// <summary>The answers of a session that has too many requests waiting.</summary>
internal static class Overload
{
    public static object AnswerTo(SessionInput input) => input switch
    {
        Asked => new Receipt(Refusal.Overloaded),
        Proposed => new ProposalAnswer(null, Refusal.Overloaded),
        PageSubmitted => PageResult.Failed,
        CodeTyped => new CodeAnswer(CodeResult.Overloaded),
        Pressed or ApprovalPressed => new PressAnswer(PressResult.Overloaded, null),
        _ => throw new ArgumentOutOfRangeException(nameof(input), input.GetType().Name, "Nobody waits for an answer to this."),
    };
}
