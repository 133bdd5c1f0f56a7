using Microsoft.Extensions.Options;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Sessions;

namespace SupervisorBot.Supervision.Agents;

/// <summary>Finds the reader of the virtual call centre that an inspector is signed in at.</summary>
internal sealed class RosterReaders(SessionCalls sessions, IGrainFactory grains, IOptions<RosterOptions> options, TimeProvider time)
{
    private const string UnnamedVcc = "default";

    /// <summary>The reader of the inspector's own virtual call centre; null while they are not signed in.</summary>
    public async Task<IRosterReader?> FindAsync(Inspector inspector, CancellationToken cancellationToken) =>
        Of(await sessions.CallAsync(inspector.AgentId, session => session.GetViewAsync(), cancellationToken));

    /// <summary>The reader for a session; null while it is not signed in.</summary>
    public IRosterReader? Of(SessionView session) =>
        session.Status == SessionStatus.SignedIn ? OfCentre(KeyOf(session.Vcc)) : null;

    /// <summary>The reader of a virtual call centre.</summary>
    /// <param name="key">The centre's key, see <see cref="KeyOf"/>.</param>
    public IRosterReader OfCentre(string key) => grains.GetGrain<IRosterReader>(key);

    /// <summary>The key of a virtual call centre; one that the gateway does not name has one too.</summary>
    public static string KeyOf(string? vcc) => vcc ?? UnnamedVcc;

    /// <summary>Reads the agents for somebody who waits for a name or a group of one of them.</summary>
    /// <exception cref="TimeoutException">It took longer than <see cref="RosterOptions.NameTimeout"/>.</exception>
    public Task<RosterView> ReadInTimeAsync(IRosterReader reader, Inspector inspector, CancellationToken cancellationToken) =>
        reader.ReadAsync(inspector.AgentId).WaitAsync(options.Value.NameTimeout, time, cancellationToken);
}
