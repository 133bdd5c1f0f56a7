using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace SupervisorBot.Storage.Audit;

/// <summary>Checks that there is a key, wherever an audit is kept, and that the keys can be used.</summary>
internal sealed class AuditOptionsValidator(IHostEnvironment environment, IConfiguration configuration) : IValidateOptions<AuditOptions>
{
    private const string ProviderSetting = $"{DatabaseOptions.SectionName}:{nameof(DatabaseOptions.Provider)}";

    public ValidateOptionsResult Validate(string? name, AuditOptions options)
    {
        List<string> problems = [.. AuditKeySource.Find(options, out _, out _)];
        if (options is { Key: null or "", KeyFile: null or "" } && !environment.IsDevelopment() && IsKept())
        {
            problems.Add(AuditKeySource.Missing);
        }

        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private bool IsKept() => !DatabaseOptions.Is(configuration[ProviderSetting], DatabaseOptions.Memory);
}
