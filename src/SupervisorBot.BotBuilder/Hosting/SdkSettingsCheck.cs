using Microsoft.Extensions.Options;
using SupervisorBot.BotFramework.Authentication.Clouds;
using SupervisorBot.BotFramework.Hosting;

namespace SupervisorBot.BotBuilder.Hosting;

/// <summary>Names the settings that the default host knows and the SDK does not, so that none is passed over in silence.</summary>
internal sealed class SdkSettingsCheck : IValidateOptions<BotFrameworkOptions>, IValidateOptions<ChannelTokenOptions>
{
    private const string Here = "in the host on the Bot Framework SDK";

    public ValidateOptionsResult Validate(string? name, BotFrameworkOptions options) => Told(
        from setting in ((string Name, string? Value)[])
        [
            (nameof(options.MicrosoftAppCertificatePath), options.MicrosoftAppCertificatePath),
            (nameof(options.MicrosoftAppManagedIdentityClientId), options.MicrosoftAppManagedIdentityClientId),
            (nameof(options.MicrosoftAppFederatedTokenFile), options.MicrosoftAppFederatedTokenFile),
        ]
        where !string.IsNullOrWhiteSpace(setting.Value)
        select $"{setting.Name} cannot be used {Here}: set MicrosoftAppPassword, or MicrosoftAppType=UserAssignedMSI.");

    public ValidateOptionsResult Validate(string? name, ChannelTokenOptions options)
    {
        List<string> problems =
        [
            .. from setting in ((string Name, string? Value, string Sdk)[])
               [
                   (nameof(options.OpenIdMetadata), options.OpenIdMetadata, "ToBotFromChannelOpenIdMetadataUrl"),
                   (nameof(options.Issuer), options.Issuer, "ToBotFromChannelTokenIssuer"),
                   (nameof(options.LoginAuthority), options.LoginAuthority, "ToChannelFromBotLoginUrl"),
                   (nameof(options.Scope), options.Scope, "ToChannelFromBotOAuthScope"),
               ]
               where !string.IsNullOrWhiteSpace(setting.Value)
               select $"{ChannelTokenOptions.Section}:{setting.Name} cannot be used {Here}: set the SDK's own {setting.Sdk}.",
        ];
        if (options.Cloud is not (BotFrameworkCloud.Public or BotFrameworkCloud.USGovernment))
        {
            problems.Add($"{ChannelTokenOptions.Section}:{nameof(options.Cloud)} must be Public or USGovernment {Here}.");
        }

        return Told(problems);
    }

    private static ValidateOptionsResult Told(IEnumerable<string> problems)
    {
        string[] all = [.. problems];
        return all.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(all);
    }
}
