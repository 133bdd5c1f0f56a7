using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Supervision.Interception;

/// <summary>An interception that an inspector is asked to confirm.</summary>
/// <param name="OperationId">Minted when the confirmation card is made; one id is one interception, however often it is pressed.</param>
/// <param name="WorkNo">Work number of the agent whose call is to be taken, 101 to 999999.</param>
/// <param name="CallId">The call to take, as the gateway names it.</param>
/// <param name="Origin">The thread in which it was asked.</param>
[GenerateSerializer, Immutable]
public sealed record InterceptionProposal(Guid OperationId, int WorkNo, string CallId, RequestOrigin Origin)
{
    /// <summary>Those who may approve it and can be asked in their personal chats.</summary>
    [Id(0)] public IReadOnlyList<ApproverPlace> Approvers { get; init; } = [];
}
