namespace SupervisorBot.BotFramework.Hosting;

/// <summary>The bot's registration, under Bot Framework's own names at the root of the configuration.</summary>
public sealed class BotFrameworkOptions
{
    /// <summary>The registration's type: <c>MultiTenant</c> (default), <c>SingleTenant</c> or <c>UserAssignedMSI</c>.</summary>
    public string MicrosoftAppType { get; set; } = "MultiTenant";

    /// <summary>The registration's app (client) id. Empty (default): anonymous, for development on this machine only.</summary>
    public string? MicrosoftAppId { get; set; }

    /// <summary>The app's client secret; from the environment or user secrets, never from a file in the repository.</summary>
    public string? MicrosoftAppPassword { get; set; }

    /// <summary>The app's tenant, needed for <c>SingleTenant</c> and <c>UserAssignedMSI</c>.</summary>
    public string? MicrosoftAppTenantId { get; set; }

    /// <summary>True where no app id is configured.</summary>
    public bool IsAnonymous => string.IsNullOrWhiteSpace(MicrosoftAppId);
}
