namespace SupervisorBot.Supervision.SigningIn;

/// <summary>Where people reach the bot with a browser (section <c>Bot</c>).</summary>
public sealed class PublicAddressOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "Bot";

    /// <summary>
    /// The bot's own address for people's browsers, such as <c>https://bot.example.com/</c>: https, in Development also http on loopback. The link of
    /// <c>/signin</c> is made from it and from nothing else. Default: none, and <c>/signin</c> signs in only those whose password is configured.
    /// </summary>
    public Uri? PublicAddress { get; set; }
}
