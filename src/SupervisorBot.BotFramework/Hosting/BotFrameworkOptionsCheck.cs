using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace SupervisorBot.BotFramework.Hosting;

/// <summary>Names every setting that the registration's type needs and lacks; without a registration the environment has to be Development.</summary>
internal sealed class BotFrameworkOptionsCheck(IHostEnvironment environment) : IValidateOptions<BotFrameworkOptions>
{
    private const string SomeId = "00000000-0000-0000-0000-000000000000";

    public ValidateOptionsResult Validate(string? name, BotFrameworkOptions options)
    {
        if (options.IsAnonymous)
        {
            return environment.IsDevelopment()
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail(
                    $"MicrosoftAppId is missing, and the environment is {environment.EnvironmentName}, not Development. {BotFrameworkStartupCheck.Needed}.");
        }

        List<string> missing = [];
        bool single = Is(options, "SingleTenant");
        bool managed = Is(options, "UserAssignedMSI");
        if (!single && !managed && !Is(options, "MultiTenant"))
        {
            missing.Add("MicrosoftAppType must be MultiTenant, SingleTenant or UserAssignedMSI, like MicrosoftAppType=SingleTenant.");
        }

        if ((single || managed) && string.IsNullOrWhiteSpace(options.MicrosoftAppTenantId))
        {
            missing.Add($"MicrosoftAppTenantId is missing, like MicrosoftAppTenantId={SomeId}.");
        }

        if (!managed && string.IsNullOrWhiteSpace(options.MicrosoftAppPassword))
        {
            missing.Add("MicrosoftAppPassword is missing: the app registration's client secret, from the environment or user secrets.");
        }

        return missing.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(missing);
    }

    private static bool Is(BotFrameworkOptions options, string type) => type.Equals(options.MicrosoftAppType, StringComparison.OrdinalIgnoreCase);
}
