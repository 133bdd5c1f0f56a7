using SupervisorBot.Gateway.Calls;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Supervision.Sessions;

/// <summary>
/// How a talk is transferred (CEC API reference cec_07_1242). To an agent or an outside number the call is handed over when it was answered there: the customer is
/// not lost where nobody answers. Into a queue it goes at once, for customers wait there as they always do.
/// </summary>
internal static class Transfers
{
    public static TransferRequest Of(TransferTarget target) => target.Kind switch
    {
        TransferKind.Agent => new TransferRequest(TransferDestination.Agent, target.Address, TransferMode.Successful),
        TransferKind.Queue => new TransferRequest(TransferDestination.SkillQueue, target.Address, TransferMode.Blind),
        _ => new TransferRequest(TransferDestination.OutsideNumber, target.Address, TransferMode.Successful),
    };
}
