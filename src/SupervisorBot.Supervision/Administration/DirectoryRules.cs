using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Supervision.Administration;

/// <summary>What a change makes of the directory, and which changes there cannot be. It asks and stores nothing.</summary>
internal static class DirectoryRules
{
    private const int LongestName = 64;
    private const int LongestPhone = 24;

    /// <summary>Applies a change for somebody.</summary>
    /// <param name="before">The directory.</param>
    /// <param name="administrator">Who wants it.</param>
    /// <param name="edit">The change.</param>
    public static EditAnswer Apply(DirectoryContents before, Inspector administrator, DirectoryEdit edit)
    {
        if (new DirectorySnapshot(before).Find(administrator)?.May(Permission.Administer) != true)
        {
            return new EditAnswer(EditRefusal.NotPermitted);
        }

        var answer = edit switch
        {
            AddInspector add => Add(before, add.Profile),
            ChangeInspector change => Change(before, change),
            RemoveInspector remove => WithInspector(before, remove.AgentId, _ => null),
            Permit permit => WithInspector(before, permit.AgentId, profile => profile with { Permissions = profile.Permissions.With(permit.Permissions) }),
            Forbid forbid => WithInspector(before, forbid.AgentId, profile => profile with { Permissions = profile.Permissions.Without(forbid.Permissions) }),
            AddTeam add => Add(before, add.Team),
            ChangeTeam change => Change(before, change),
            RemoveTeam remove => Remove(before, remove.Name),
            _ => throw new ArgumentOutOfRangeException(nameof(edit), edit.GetType().Name, "No rule for this change."),
        };
        return answer.After is { } after ? Check(before, after) : answer;
    }

    public static AgentTeam? FindTeam(DirectoryContents contents, string name) => contents.Teams.FirstOrDefault(team => IsSame(team.Name, name));

    private static EditAnswer Check(DirectoryContents before, DirectoryContents after)
    {
        if (!after.Inspectors.Any(profile => profile.May(Permission.Administer)))
        {
            return new EditAnswer(EditRefusal.LastAdministrator);
        }

        // A turned list of teams is the same list.
        return DirectoryDifference.Of(before, after).IsNone ? new EditAnswer(EditRefusal.NothingToChange) : new EditAnswer(null, before, after with { Version = before.Version + 1 });
    }

    private static EditAnswer Add(DirectoryContents before, InspectorProfile profile)
    {
        if (before.Inspectors.Any(known => known.Inspector.AgentId == profile.Inspector.AgentId))
        {
            return new EditAnswer(EditRefusal.AgentIdTaken);
        }

        return Put(before, profile);
    }

    private static EditAnswer Change(DirectoryContents before, ChangeInspector change)
    {
        if (Find(before, change.AgentId) is not { } known)
        {
            return new EditAnswer(EditRefusal.NoSuchInspector);
        }

        var inspector = known.Inspector with
        {
            EntraObjectId = change.Person ?? known.Inspector.EntraObjectId,
            PhoneNumber = change.PhoneNumber ?? known.Inspector.PhoneNumber,
            DisplayName = change.DisplayName ?? known.Inspector.DisplayName,
        };
        return Put(before, known with { Inspector = inspector, Teams = change.Teams ?? known.Teams });
    }

    private static EditAnswer Put(DirectoryContents before, InspectorProfile wanted)
    {
        var inspector = wanted.Inspector with
        {
            DisplayName = wanted.Inspector.DisplayName.Trim(),
            PhoneNumber = wanted.Inspector.PhoneNumber.Trim(),
        };
        if (WhatIsWrong(inspector) is { } wrong)
        {
            return new EditAnswer(wrong);
        }

        if (before.Inspectors.Any(known => known.Inspector.AgentId != inspector.AgentId && IsSame(known.Inspector.EntraObjectId, inspector.EntraObjectId)))
        {
            return new EditAnswer(EditRefusal.PersonTaken);
        }

        var teams = wanted.Teams.Select(name => FindTeam(before, name)?.Name).Distinct().ToList();
        return teams.Contains(null)
            ? new EditAnswer(EditRefusal.NoSuchTeam)
            : Of(before, [.. before.Inspectors.Where(known => known.Inspector.AgentId != inspector.AgentId), wanted with { Inspector = inspector, Teams = [.. teams.OfType<string>()] }], before.Teams);
    }

    private static EditRefusal? WhatIsWrong(Inspector inspector) => inspector switch
    {
        { AgentId: < WorkNumbers.Smallest or > WorkNumbers.Greatest } => EditRefusal.WrongAgentId,
        _ when !Guid.TryParseExact(inspector.EntraObjectId, "D", out _) => EditRefusal.WrongPerson,
        { PhoneNumber.Length: 0 or > LongestPhone } => EditRefusal.WrongPhone,
        { DisplayName.Length: 0 or > LongestName } => EditRefusal.WrongName,
        _ => null,
    };

    private static EditAnswer WithInspector(DirectoryContents before, int agentId, Func<InspectorProfile, InspectorProfile?> change)
    {
        if (Find(before, agentId) is not { } known)
        {
            return new EditAnswer(EditRefusal.NoSuchInspector);
        }

        var others = before.Inspectors.Where(profile => profile != known);
        return Of(before, change(known) is { } changed ? [.. others, changed] : [.. others], before.Teams);
    }

    private static EditAnswer Add(DirectoryContents before, AgentTeam team) =>
        FindTeam(before, team.Name) is not null ? new EditAnswer(EditRefusal.TeamNameTaken) : Put(before, null, team);

    private static EditAnswer Change(DirectoryContents before, ChangeTeam change)
    {
        if (FindTeam(before, change.Name) is not { } known)
        {
            return new EditAnswer(EditRefusal.NoSuchTeam);
        }

        return change.NewName is { } name && !IsSame(name, known.Name) && FindTeam(before, name) is not null
            ? new EditAnswer(EditRefusal.TeamNameTaken)
            : Put(before, known, new AgentTeam(change.NewName ?? known.Name, change.WorkNumbers ?? known.WorkNumbers, change.Groups ?? known.Groups));
    }

    private static EditAnswer Put(DirectoryContents before, AgentTeam? known, AgentTeam wanted)
    {
        var team = new AgentTeam(wanted.Name.Trim(), wanted.WorkNumbers.Trim(), [.. wanted.Groups.Select(group => group.Trim()).Distinct(StringComparer.OrdinalIgnoreCase)]);
        if (team.Name.Length is 0 or > LongestName || team.Name.AsSpan().ContainsAny(',', '"') || team.Groups.Any(group => group.Length is 0 or > LongestName))
        {
            return new EditAnswer(EditRefusal.WrongName);
        }

        if (team.WorkNumbers.Length > 0 && !WorkNumbers.TryParse(team.WorkNumbers, out _))
        {
            return new EditAnswer(EditRefusal.WrongWorkNumbers);
        }

        if (team.WorkNumbers.Length == 0 && team.Groups.Count == 0)
        {
            return new EditAnswer(EditRefusal.TeamEmpty);
        }

        var inspectors = known is null || known.Name == team.Name
            ? before.Inspectors
            : [.. before.Inspectors.Select(profile => profile with { Teams = [.. profile.Teams.Select(name => IsSame(name, known.Name) ? team.Name : name)] })];
        return Of(before, inspectors, [.. before.Teams.Where(other => other != known), team]);
    }

    private static EditAnswer Remove(DirectoryContents before, string name)
    {
        if (FindTeam(before, name) is not { } known)
        {
            return new EditAnswer(EditRefusal.NoSuchTeam);
        }

        return before.Inspectors.Any(profile => profile.Teams.Any(team => IsSame(team, known.Name)))
            ? new EditAnswer(EditRefusal.TeamInUse)
            : Of(before, before.Inspectors, [.. before.Teams.Where(other => other != known)]);
    }

    private static EditAnswer Of(DirectoryContents before, IReadOnlyList<InspectorProfile> inspectors, IReadOnlyList<AgentTeam> teams) => new(null, before, before with
    {
        Inspectors = [.. inspectors.OrderBy(profile => profile.Inspector.AgentId)],
        Teams = [.. teams.OrderBy(team => team.Name, StringComparer.OrdinalIgnoreCase)],
    });

    private static InspectorProfile? Find(DirectoryContents contents, int agentId) => contents.Inspectors.FirstOrDefault(profile => profile.Inspector.AgentId == agentId);

    private static bool IsSame(string one, string other) => one.Trim().Equals(other.Trim(), StringComparison.OrdinalIgnoreCase);
}
