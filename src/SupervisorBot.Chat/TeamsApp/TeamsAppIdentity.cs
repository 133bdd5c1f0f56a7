namespace SupervisorBot.Chat.TeamsApp;

/// <summary>Whose app a package is.</summary>
/// <param name="AppId">The id of the bot's app registration, which is the app's id too.</param>
/// <param name="HostName">The name of the host where the bot is reached.</param>
/// <param name="DeveloperName">The operator's name.</param>
/// <param name="WebsiteUrl">The page about the app.</param>
/// <param name="PrivacyUrl">Its privacy statement.</param>
/// <param name="TermsOfUseUrl">Its terms of use.</param>
/// <param name="Version">Its version.</param>
public sealed record TeamsAppIdentity(Guid AppId, string HostName, string DeveloperName, Uri WebsiteUrl, Uri PrivacyUrl, Uri TermsOfUseUrl, string Version);
