using Microsoft.Extensions.Options;
using SupervisorBot.Chat.Admission;

namespace SupervisorBot.Settings;

/// <summary>
/// Outside Development the tenants that may use the bot are named: a registration for one tenant alone does not keep the users of others out
/// (Microsoft Teams, agent tenancy).
/// </summary>
internal sealed class TeamsOptionsCheck(IHostEnvironment environment) : IValidateOptions<TeamsOptions>
{
    private const string Name = $"{TeamsOptions.Section}:{nameof(TeamsOptions.AllowedTenants)}";
    private const string Example = $"Example: {Name}:0=11111111-1111-4111-8111-111111111111";

    public ValidateOptionsResult Validate(string? name, TeamsOptions options)
    {
        List<string> failures =
        [
            .. options.AllowedTenants
                .Select((tenant, index) => (tenant, index))
                .Where(entry => !Guid.TryParse(entry.tenant, out _))
                .Select(entry => $"{Name}:{entry.index} must be a tenant's id, a GUID. {Example}"),
        ];
        if (options.AllowedTenants.Count == 0 && !environment.IsDevelopment())
        {
            failures.Add($"{Name} is empty, which lets any tenant in and is for Development alone; the environment is {environment.EnvironmentName}. {Example}");
        }

        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
