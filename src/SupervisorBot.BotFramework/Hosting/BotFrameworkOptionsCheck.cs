using System.Security.Cryptography;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SupervisorBot.BotFramework.Authentication.Outbound;

namespace SupervisorBot.BotFramework.Hosting;

/// <summary>Names every setting that the registration's type needs and lacks; without a registration the environment has to be Development.</summary>
internal sealed class BotFrameworkOptionsCheck(IHostEnvironment environment) : IValidateOptions<BotFrameworkOptions>
{
    private const string SomeId = "00000000-0000-0000-0000-000000000000";
    private const string Instead =
        "or instead of it MicrosoftAppCertificatePath, MicrosoftAppManagedIdentityClientId or MicrosoftAppFederatedTokenFile";

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
        bool single = options.IsType("SingleTenant");
        bool managed = options.IsType("UserAssignedMSI");
        if (!single && !managed && !options.IsType("MultiTenant"))
        {
            missing.Add("MicrosoftAppType must be MultiTenant, SingleTenant or UserAssignedMSI, like MicrosoftAppType=SingleTenant.");
        }

        if (!Guid.TryParse(options.MicrosoftAppId, out _))
        {
            missing.Add($"MicrosoftAppId must be the registration's app (client) id, like MicrosoftAppId={SomeId}.");
        }

        if ((single || managed) && string.IsNullOrWhiteSpace(options.MicrosoftAppTenantId))
        {
            missing.Add($"MicrosoftAppTenantId is missing, like MicrosoftAppTenantId={SomeId}.");
        }

        missing.AddRange(managed ? WrongForManaged(options) : WrongCredentials(options));
        return missing.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(missing);
    }

    private static IEnumerable<string> WrongForManaged(BotFrameworkOptions options) =>
        Given(options).Select(static name => $"{name} must not be set with MicrosoftAppType=UserAssignedMSI: the managed identity is the credential.");

    private static IEnumerable<string> WrongCredentials(BotFrameworkOptions options)
    {
        string[] given = [.. Given(options)];
        if (given.Length == 0)
        {
            yield return $"MicrosoftAppPassword is missing: the app registration's client secret, from the environment or user secrets, {Instead}.";
        }
        else if (given.Length > 1)
        {
            yield return $"{given[0]} and {given[1]} are both set: one credential is needed, and no more.";
        }

        if (!string.IsNullOrWhiteSpace(options.MicrosoftAppCertificatePath) && !IsCertificate(options))
        {
            yield return "MicrosoftAppCertificatePath must name a readable PEM or PFX file that holds a certificate and its RSA key, and "
                + "MicrosoftAppCertificatePassword its password where it has one, like MicrosoftAppCertificatePath=/etc/supervisorbot/app.pem.";
        }

        if (!string.IsNullOrWhiteSpace(options.MicrosoftAppFederatedTokenFile) && !File.Exists(options.MicrosoftAppFederatedTokenFile))
        {
            yield return "MicrosoftAppFederatedTokenFile must name a file, like MicrosoftAppFederatedTokenFile=/var/run/secrets/azure/tokens/azure-identity-token.";
        }
    }

    private static IEnumerable<string> Given(BotFrameworkOptions options) =>
        from credential in ((string Name, string? Value)[])
        [
            (nameof(options.MicrosoftAppPassword), options.MicrosoftAppPassword),
            (nameof(options.MicrosoftAppCertificatePath), options.MicrosoftAppCertificatePath),
            (nameof(options.MicrosoftAppManagedIdentityClientId), options.MicrosoftAppManagedIdentityClientId),
            (nameof(options.MicrosoftAppFederatedTokenFile), options.MicrosoftAppFederatedTokenFile),
        ]
        where !string.IsNullOrWhiteSpace(credential.Value)
        select credential.Name;

    private static bool IsCertificate(BotFrameworkOptions options)
    {
        try
        {
            ClientCertificate.Read(options).Dispose();
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return false;
        }
    }
}
