using SupervisorBot.Storage.Audit;
using SupervisorBot.Storage.Writing;
using SupervisorBot.Supervision.Administration;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Storage.Inspectors;

/// <summary>Puts the directory's next version in the place of the one that was read, with the audit of it; false where another is there by now.</summary>
internal sealed class DirectoryChange(AuditSigner signer, DirectoryContents before, DirectoryContents after, IReadOnlyList<AuditEntry> audit) : Change<bool>
{
    private static readonly Statement InsertVersion = new("INSERT INTO directory_version (id, version, at) VALUES (1, $1, $2)");
    private static readonly Statement RaiseVersion = new("UPDATE directory_version SET version = $1, at = $2 WHERE id = 1 AND version = $3");
    private static readonly Statement DeleteInspectors = new("DELETE FROM directory_inspectors WHERE agent_id = ANY($1)");
    private static readonly Statement DeleteTeams = new("DELETE FROM directory_teams WHERE name = ANY($1)");

    private static readonly Statement InsertInspector = new("""
        INSERT INTO directory_inspectors (agent_id, entra_object_id, display_name, phone_number, permissions, teams) VALUES ($1, $2, $3, $4, $5, $6)
        """);

    private static readonly Statement InsertTeam = new("INSERT INTO directory_teams (name, key, work_numbers, groups) VALUES ($1, $2, $3, $4)");

    public override string Line => "directory";

    public override void Prepare(Batch batch)
    {
        batch.Directory.Want(batch);
        batch.Audit.Want(batch);
    }

    protected override bool Decide(Batch batch)
    {
        if (batch.Directory.Version != before.Version)
        {
            return false;
        }

        if (before.Version == 0)
        {
            batch.WriteOne(InsertVersion, after.Version, batch.Now);
        }
        else
        {
            batch.WriteOne(RaiseVersion, after.Version, batch.Now, before.Version);
        }

        batch.Directory.Version = after.Version;
        Put(batch, DirectoryDifference.Of(before, after));
        batch.Audit.Append(batch, signer, audit);
        return true;
    }

    /// <summary>What is different is deleted first, so that a name or a person may pass from one row to another.</summary>
    private static void Put(Batch batch, DirectoryDifference difference)
    {
        int[] agents = [.. difference.Removed, .. difference.Put.Select(profile => profile.Inspector.AgentId)];
        string[] teams = [.. difference.RemovedTeams, .. difference.PutTeams.Select(team => team.Name)];
        if (agents.Length > 0)
        {
            batch.Write(DeleteInspectors, agents);
        }

        // An array of texts would be taken for the list of values itself.
        if (teams.Length > 0)
        {
            batch.Write(DeleteTeams, (object)teams);
        }

        foreach (var (inspector, permissions, names) in difference.Put)
        {
            batch.WriteOne(
                InsertInspector,
                inspector.AgentId,
                DirectoryRows.KeyOf(inspector.EntraObjectId),
                inspector.DisplayName,
                inspector.PhoneNumber,
                permissions.ToString(),
                DirectoryRows.Write(names));
        }

        foreach (var team in difference.PutTeams)
        {
            batch.WriteOne(InsertTeam, team.Name, DirectoryRows.KeyOf(team.Name), team.WorkNumbers, DirectoryRows.Write(team.Groups));
        }
    }
}
