using System.ComponentModel.DataAnnotations;

namespace SupervisorBot.BotFramework.Hosting;

/// <summary>The bot's registration, under Bot Framework's own names at the root of the configuration.</summary>
public sealed class BotFrameworkOptions
{
    /// <summary>The registration's type: <c>MultiTenant</c> (default), <c>SingleTenant</c> or <c>UserAssignedMSI</c>.</summary>
    public string MicrosoftAppType { get; set; } = "MultiTenant";

    /// <summary>The registration's app (client) id. Empty (default): anonymous, for development on this machine only.</summary>
    public string? MicrosoftAppId { get; set; }

    /// <summary>The app's client secret; from the environment or user secrets, never from a file in the repository.</summary>
    [DataType(DataType.Password)]
    public string? MicrosoftAppPassword { get; set; }

    /// <summary>The app's tenant, needed for <c>SingleTenant</c> and <c>UserAssignedMSI</c>.</summary>
    public string? MicrosoftAppTenantId { get; set; }

    /// <summary>
    /// Instead of a client secret: a PEM file with the app's certificate and its RSA key, or a PFX file. It is read anew for each token, so that it can be renewed
    /// without a restart.
    /// </summary>
    public string? MicrosoftAppCertificatePath { get; set; }

    /// <summary>The password of that file's key, where it has one; from the environment or user secrets.</summary>
    [DataType(DataType.Password)]
    public string? MicrosoftAppCertificatePassword { get; set; }

    /// <summary>Instead of a client secret: the client id of a managed identity that the app registration names as a federated credential.</summary>
    public string? MicrosoftAppManagedIdentityClientId { get; set; }

    /// <summary>
    /// Instead of a client secret: a file with a token that the app registration accepts as a federated credential, as workload identity keeps one in the file named by
    /// <c>AZURE_FEDERATED_TOKEN_FILE</c>. It is read anew for each token.
    /// </summary>
    public string? MicrosoftAppFederatedTokenFile { get; set; }

    /// <summary>True where no app id is configured.</summary>
    public bool IsAnonymous => string.IsNullOrWhiteSpace(MicrosoftAppId);

    /// <summary>Whether the registration is of a type, in whatever case it is written.</summary>
    internal bool IsType(string type) => type.Equals(MicrosoftAppType?.Trim(), StringComparison.OrdinalIgnoreCase);
}
