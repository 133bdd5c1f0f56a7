using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace SupervisorBot.Supervision.Inspectors;

/// <summary>Names every wrong or missing setting of the directory, with an example.</summary>
internal sealed class DirectoryOptionsValidator : IValidateOptions<DirectoryOptions>
{
    public ValidateOptionsResult Validate(string? name, DirectoryOptions options)
    {
        var failures = new List<string>();
        if (options.Inspectors.Count == 0)
        {
            failures.Add("Inspectors: at least one inspector is needed, e.g. Inspectors__0__EntraObjectId=8f5e…, Inspectors__0__AgentId=1001, "
                + "Inspectors__0__PhoneNumber=40038, Inspectors__0__DisplayName=\"Alex Wilber\".");
        }

        for (var i = 0; i < options.Inspectors.Count; i++)
        {
            Check($"Inspectors:{i}", options.Inspectors[i], failures);
        }

        for (var i = 0; i < options.AgentTeams.Count; i++)
        {
            Check($"AgentTeams:{i}", options.AgentTeams[i], failures);
            if (!WorkNumbers.TryParse(options.AgentTeams[i].WorkNumbers, out _))
            {
                failures.Add($"AgentTeams:{i}:WorkNumbers: numbers and ranges between 101 and 999999 are needed, e.g. 2001-2024, 2100.");
            }
        }

        Twice(options, i => i.EntraObjectId.ToUpperInvariant(), nameof(InspectorOptions.EntraObjectId), failures);
        Twice(options, i => i.AgentId, nameof(InspectorOptions.AgentId), failures);
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
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
