using System.Collections.Concurrent;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Administration;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Chat.Tests.Bench;

/// <summary>The directory as a script: who is in it and what they may do is what a test put in. By default Olga and Boris may everything.</summary>
internal sealed class FakeDirectory : IInspectorDirectory, IAccess, IDirectoryAdministration
{
    private readonly ConcurrentDictionary<int, InspectorProfile> _profiles = new();

    public FakeDirectory()
    {
        Put(FakeDesk.Olga, PermissionSet.All);
        Put(FakeDesk.Boris, PermissionSet.All);
    }

    /// <summary>Agents that are of nobody's teams.</summary>
    public HashSet<int> OtherTeams { get; } = [];

    /// <summary>What every question is answered with, in place of what is in the directory.</summary>
    public AccessRefusal? Refused { get; set; }

    public ConcurrentQueue<DirectoryEdit> Edits { get; } = new();

    /// <summary>What every change is answered with; by default it is refused as in the configuration.</summary>
    public Func<DirectoryEdit, EditAnswer> Answer { get; set; } = _ => new EditAnswer(EditRefusal.InConfiguration);

    /// <summary>What reading the directory throws.</summary>
    public Exception? Unreadable { get; set; }

    public void Put(Inspector inspector, PermissionSet may) => _profiles[inspector.AgentId] = new InspectorProfile(inspector, may, []);

    public void Remove(Inspector inspector) => _profiles.TryRemove(inspector.AgentId, out _);

    public ValueTask<InspectorProfile?> FindAsync(string? entraObjectId, CancellationToken cancellationToken) => Unreadable is { } broken
        ? ValueTask.FromException<InspectorProfile?>(broken)
        : ValueTask.FromResult(_profiles.Values.FirstOrDefault(profile => profile.Inspector.EntraObjectId == entraObjectId));

    public ValueTask<DirectoryContents> ReadAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult(new DirectoryContents(1, [.. _profiles.Values.OrderBy(profile => profile.Inspector.AgentId)], []));

    public Task<EditAnswer> ChangeAsync(Inspector administrator, DirectoryEdit edit, AuditActor actor, CancellationToken cancellationToken)
    {
        Edits.Enqueue(edit);
        return Task.FromResult(Answer(edit));
    }

    public InspectorProfile? LastKnown(Inspector inspector) => _profiles.GetValueOrDefault(inspector.AgentId);

    public ValueTask<AccessDecision> DecideAsync(Inspector inspector, Permission permission, int? workNo, CancellationToken cancellationToken)
    {
        var refusal = Refused ?? (_profiles.GetValueOrDefault(inspector.AgentId) switch
        {
            null => AccessRefusal.NotListed,
            { } profile when !profile.May(permission) => AccessRefusal.NotPermitted,
            _ when workNo is { } agent && OtherTeams.Contains(agent) => AccessRefusal.OtherTeam,
            _ => (AccessRefusal?)null,
        });
        return ValueTask.FromResult(refusal is { } why ? AccessDecision.No(why) : AccessDecision.Yes);
    }

    public ValueTask<AccessDecision> DecideAsync(Inspector inspector, CancellationToken cancellationToken) =>
        ValueTask.FromResult(_profiles.ContainsKey(inspector.AgentId) ? AccessDecision.Yes : AccessDecision.No(AccessRefusal.NotListed));
}
