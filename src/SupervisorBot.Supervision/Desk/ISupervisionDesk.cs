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

    /// <summary>The same with what is known of calls (<see cref="AgentView.Call"/>) and of who monitors whom through this bot (<see cref="AgentView.Monitors"/>).</summary>
    /// <param name="inspector">Who asks.</param>
    /// <param name="team">A team's name to narrow the agents to it; where there is no such team nothing is narrowed, see <see cref="RosterView.Team"/>.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<RosterView> GetLiveRosterAsync(Inspector inspector, string? team, CancellationToken cancellationToken);

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
    /// <param name="presser">Who pressed.</param>
    /// <param name="operationId">The interception's operation id.</param>
    /// <param name="reason">What they gave as their reason; null for nothing.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<PressAnswer> ConfirmAsync(Inspector presser, Guid operationId, string? reason, CancellationToken cancellationToken);

    /// <summary>
    /// The press on "approve" or "decline" of an interception that waits for approval. The inspector who asked cannot approve, nor can anybody without the
    /// right that the rule asks for; the first press that counts decides.
    /// </summary>
    /// <param name="presser">Who pressed.</param>
    /// <param name="operationId">The interception's operation id.</param>
    /// <param name="approve">True to approve, false to decline.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<PressAnswer> ApproveAsync(Inspector presser, Guid operationId, bool approve, CancellationToken cancellationToken);

    /// <summary>Whose approval it takes to take over a call of an agent, and who could give it.</summary>
    /// <param name="asker">The inspector who asks; not among those who could give it.</param>
    /// <param name="workNo">The agent's work number.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<Approvers> FindApproversAsync(Inspector asker, int workNo, CancellationToken cancellationToken);

    /// <summary>The press on "cancel": withdraws a proposal that was not confirmed yet.</summary>
    Task<PressAnswer> CancelAsync(Inspector presser, Guid operationId, CancellationToken cancellationToken);
}
