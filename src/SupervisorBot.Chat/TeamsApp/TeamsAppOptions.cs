using System.ComponentModel.DataAnnotations;

namespace SupervisorBot.Chat.TeamsApp;

/// <summary>What the Teams app tells of its operator (section <c>TeamsApp</c>); read by <c>SupervisorBot package-app</c> alone.</summary>
public sealed class TeamsAppOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "TeamsApp";

    /// <summary>The name of the app's operator, as Teams shows it. Default <c>SupervisorBot</c>; at most 32 characters.</summary>
    [StringLength(32, MinimumLength = 1)]
    public string DeveloperName { get; set; } = "SupervisorBot";

    /// <summary>The https address of the page about the app. Null (default): the bot's own address.</summary>
    public Uri? WebsiteUrl { get; set; }

    /// <summary>The https address of the app's privacy statement. Default: none, and <c>--privacy</c> has to be given.</summary>
    public Uri? PrivacyUrl { get; set; }

    /// <summary>The https address of the app's terms of use. Default: none, and <c>--terms</c> has to be given.</summary>
    public Uri? TermsOfUseUrl { get; set; }

    /// <summary>The app's version, as Teams compares it; raise it with each package that is uploaded. Default <c>1.0.0</c>.</summary>
    [RegularExpression(@"\d{1,5}\.\d{1,5}\.\d{1,5}")]
    public string Version { get; set; } = "1.0.0";
}
