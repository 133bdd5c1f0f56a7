using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using SupervisorBot.Supervision.Access;

namespace SupervisorBot.Supervision.Inspectors;

/// <summary>Names every wrong or missing setting of the directory, with an example.</summary>
internal sealed class DirectoryOptionsValidator(IOptions<DirectorySourceOptions> source) : IValidateOptions<DirectoryOptions>
{
    public ValidateOptionsResult Validate(string? name, DirectoryOptions options)
    {
        var failures = new List<string>();
        if (options.Inspectors.Count == 0 && source.Value.Source == DirectorySource.Configuration)
        {
            failures.Add("Inspectors: at least one inspector is needed, e.g. Inspectors__0__EntraObjectId=8f5e…, Inspectors__0__AgentId=1001, "
                + "Inspectors__0__PhoneNumber=40038, Inspectors__0__DisplayName=\"Alex Wilber\".");
        }

        for (var i = 0; i < options.Inspectors.Count; i++)
        {
            Check($"Inspectors:{i}", options.Inspectors[i], failures);
            CheckInspector($"Inspectors:{i}", options.Inspectors[i], options.AgentTeams, failures);
        }

        for (var i = 0; i < options.AgentTeams.Count; i++)
        {
            Check($"AgentTeams:{i}", options.AgentTeams[i], failures);
            CheckTeam($"AgentTeams:{i}", options.AgentTeams[i], failures);
        }

        Twice(options, i => i.EntraObjectId.ToUpperInvariant(), nameof(InspectorOptions.EntraObjectId), failures);
        Twice(options, i => i.AgentId, nameof(InspectorOptions.AgentId), failures);
        if (options.AgentTeams.GroupBy(team => team.Name.Trim(), StringComparer.OrdinalIgnoreCase).Any(group => group.Count() > 1))
        {
            failures.Add("AgentTeams: the same Name is given twice; inspectors are given teams by name.");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static void CheckInspector(string path, InspectorOptions inspector, IReadOnlyList<AgentTeamOptions> teams, List<string> failures)
    {
        if (inspector.Permissions is { } text && !PermissionSet.TryParse(text, out _))
        {
            failures.Add($"{path}:Permissions: names with commas of {string.Join(", ", Enum.GetNames<Permission>())} are needed, or All, or None, e.g. List, Listen, Intercept.");
        }

        foreach (var name in inspector.Teams.Where(name => !teams.Any(team => team.Name.Trim().Equals(name.Trim(), StringComparison.OrdinalIgnoreCase))))
        {
            failures.Add($"{path}:Teams: no team of AgentTeams is named “{name}”, e.g. AgentTeams__0__Name=\"Front desk\", {path.Replace(":", "__", StringComparison.Ordinal)}__Teams__0=\"Front desk\".");
        }
    }

    private static void CheckTeam(string path, AgentTeamOptions team, List<string> failures)
    {
        if (team.WorkNumbers.Length > 0 && !WorkNumbers.TryParse(team.WorkNumbers, out _))
        {
            failures.Add($"{path}:WorkNumbers: numbers and ranges between 101 and 999999 are needed, e.g. 2001-2024, 2100.");
        }

        if (team.Groups.Any(string.IsNullOrWhiteSpace))
        {
            failures.Add($"{path}:Groups: a name is empty, e.g. {path}:Groups:0=Sales.");
        }

        if (team.WorkNumbers.Length == 0 && team.Groups.Count == 0)
        {
            failures.Add($"{path}:WorkNumbers: work numbers are needed, or Groups, e.g. 2001-2024, 2100.");
        }
    }

    private static void Check(string path, object entry, List<string> failures)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(entry, new ValidationContext(entry), results, validateAllProperties: true);
        failures.AddRange(results.Select(r => $"{path}:{r.MemberNames.FirstOrDefault()}: {r.ErrorMessage}"));
    }

    private static void Twice<TKey>(DirectoryOptions options, Func<InspectorOptions, TKey> key, string member, List<string> failures)
    {
        if (options.Inspectors.GroupBy(key).Any(group => group.Count() > 1))
        {
            failures.Add($"Inspectors: the same {member} is listed twice; one person has one agent id and one agent id one person.");
        }
    }
}
