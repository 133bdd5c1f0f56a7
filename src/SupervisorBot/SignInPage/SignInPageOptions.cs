using System.ComponentModel.DataAnnotations;

namespace SupervisorBot.SignInPage;

/// <summary>Limits of the sign-in page, counted by each node of the bot (section <c>SignInPage</c>).</summary>
public sealed class SignInPageOptions
{
    /// <summary>The configuration section.</summary>
    public const string SectionName = "SignInPage";

    /// <summary>
    /// How many forms may be sent over one link within <see cref="Window"/>. Opening the page is not counted, so that programs that look at links in chats do not
    /// use it up. Default 10; 1 to 1,000.
    /// </summary>
    [Range(1, 1000)]
    public int FormsPerLink { get; set; } = 10;

    /// <summary>How many requests one address may make within <see cref="Window"/>; several people can have the same. Default 60; 1 to 100,000.</summary>
    [Range(1, 100_000)]
    public int RequestsPerAddress { get; set; } = 60;

    /// <summary>The time for which these limits count. Default 1 minute; 1 second to 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>The biggest form that is read, in bytes; a bigger one is answered 413. Default 8192; 4096 to 65536.</summary>
    [Range(4096, 65_536)]
    public int MaxBodyBytes { get; set; } = 8192;

    /// <summary>
    /// The IP addresses of the reverse proxies in front of the bot, whose <c>X-Forwarded-For</c> tells the visitor's address. From anybody else that header counts
    /// for nothing. Default: none.
    /// </summary>
    public IReadOnlyList<string> KnownProxies { get; set; } = [];
}
