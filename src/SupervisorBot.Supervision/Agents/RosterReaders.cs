using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Sessions;

namespace SupervisorBot.Supervision.Agents;

/// <summary>Finds the reader of the virtual call centre that an inspector is signed in at.</summary>
internal sealed class RosterReaders(SessionCalls sessions, IGrainFactory grains)
{
    private const string UnnamedVcc = "default";

    /// <summary>The reader of the inspector's own virtual call centre; null while they are not signed in.</summary>
    public async Task<IRosterReader?> FindAsync(Inspector inspector, CancellationToken cancellationToken) =>
        Of(await sessions.CallAsync(inspector.AgentId, session => session.GetViewAsync(), cancellationToken));

    /// <summary>The reader for a session; null while it is not signed in.</summary>
    public IRosterReader? Of(SessionView session) =>
        session.Status == SessionStatus.SignedIn ? grains.GetGrain<IRosterReader>(session.Vcc ?? UnnamedVcc) : null;
}
