using SupervisorBot.Supervision.Agents;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Sessions;
using SupervisorBot.Supervision.SigningIn;

namespace SupervisorBot.Supervision.Desk;

/// <summary>
/// All that a conversation may ask of supervision. Nothing here waits for the gateway to act: requests are accepted or refused at once
/// and their results arrive as notices (<see cref="Notices.INoticeComposer"/>); only the reading of lists waits, within the gateway client's limits.
/// </summary>
public interface ISupervisionDesk
{
    /// <summary>The inspector's own state now: signed in or not, whom they monitor, with whom they talk.</summary>
    Task<SessionView> GetSessionAsync(Inspector inspector, CancellationToken cancellationToken);

    /// <summary>The agents of the inspector's teams that can be seen, read within the last roster interval.</summary>
    Task<RosterView> GetRosterAsync(Inspector inspector, CancellationToken cancellationToken);

    /// <summary>The calls of one agent now.</summary>
    Task<CallsView> GetCallsAsync(Inspector inspector, int workNo, CancellationToken cancellationToken);

    /// <summary>Asks for something to be done.</summary>
    Task<Receipt> AskAsync(Inspector inspector, SupervisionRequest request, CancellationToken cancellationToken);

    /// <summary>Tries a code that the inspector typed in their personal chat. Where none is awaited from them nothing happens.</summary>
    Task<CodeAnswer> EnterCodeAsync(Inspector inspector, TypedCode code, CancellationToken cancellationToken);

    /// <summary>
    /// Registers an interception that waits for its confirmation. It expires by itself after <c>Interception:ConfirmationLifetime</c>, which a notice tells.
    /// Proposing the same operation id again returns the stored one.
    /// </summary>
    Task<ProposalAnswer> ProposeAsync(Inspector inspector, InterceptionProposal proposal, CancellationToken cancellationToken);

    /// <summary>
    /// The press on "intercept". Exactly one press of exactly the inspector who asked starts the interception; every other one changes nothing
    /// and returns what is stored.
    /// </summary>
    Task<PressAnswer> ConfirmAsync(Inspector presser, Guid operationId, CancellationToken cancellationToken);

    /// <summary>The press on "cancel": withdraws a proposal that was not confirmed yet.</summary>
    Task<PressAnswer> CancelAsync(Inspector presser, Guid operationId, CancellationToken cancellationToken);
}
