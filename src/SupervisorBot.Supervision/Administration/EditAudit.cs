using System.Globalization;
using SupervisorBot.Supervision.Audit;

namespace SupervisorBot.Supervision.Administration;

/// <summary>A change of the directory as the audit tells it: what became of whom, and by whom. Phones and object ids of others stay out of it.</summary>
public static class EditAudit
{
    /// <summary>The entry for a change that was made.</summary>
    /// <param name="edit">The change.</param>
    /// <param name="actor">Who made it.</param>
    public static AuditEntry Of(DirectoryEdit edit, AuditActor actor)
    {
        ArgumentNullException.ThrowIfNull(edit);
        var (workNo, detail) = Told(edit);
        return new AuditEntry { Act = AuditAct.Administer, Stage = AuditStage.Changed, Actor = actor, WorkNo = workNo, Outcome = edit.GetType().Name, Detail = detail };
    }

    /// <summary>The entry for a change that was refused.</summary>
    /// <param name="edit">The change.</param>
    /// <param name="actor">Who wanted it.</param>
    /// <param name="refusal">Why it was not made.</param>
    public static AuditEntry Refused(DirectoryEdit edit, AuditActor actor, EditRefusal refusal)
    {
        ArgumentNullException.ThrowIfNull(edit);
        return new AuditEntry { Act = AuditAct.Administer, Stage = AuditStage.Refused, Actor = actor, WorkNo = Told(edit).WorkNo, Outcome = edit.GetType().Name, Detail = refusal.ToString() };
    }

    private static (int? WorkNo, string? Detail) Told(DirectoryEdit edit) => edit switch
    {
        AddInspector add => (add.Profile.Inspector.AgentId, $"{add.Profile.Permissions}; {Teams(add.Profile.Teams)}"),
        ChangeInspector change => (change.AgentId, Named(
            ("person", change.Person is not null), ("phone", change.PhoneNumber is not null), ("name", change.DisplayName is not null), ("teams", change.Teams is not null))
            + (change.Teams is { } teams ? $"; {Teams(teams)}" : "")),
        RemoveInspector remove => (remove.AgentId, null),
        Permit permit => (permit.AgentId, permit.Permissions.ToString()),
        Forbid forbid => (forbid.AgentId, forbid.Permissions.ToString()),
        AddTeam add => (null, $"{add.Team.Name}: {add.Team.WorkNumbers}; {string.Join(", ", add.Team.Groups)}"),
        ChangeTeam change => (null, $"{change.Name}: " + Named(("name", change.NewName is not null), ("numbers", change.WorkNumbers is not null), ("groups", change.Groups is not null))),
        RemoveTeam remove => (null, remove.Name),
        _ => (null, null),
    };

    private static string Teams(IReadOnlyList<string> teams) => teams.Count == 0 ? "everyone" : string.Create(CultureInfo.InvariantCulture, $"teams {string.Join(", ", teams)}");

    private static string Named(params ReadOnlySpan<(string Name, bool IsChanged)> members)
    {
        var names = new List<string>();
        foreach (var (name, isChanged) in members)
        {
            if (isChanged)
            {
                names.Add(name);
            }
        }

        return string.Join(", ", names);
    }
}
