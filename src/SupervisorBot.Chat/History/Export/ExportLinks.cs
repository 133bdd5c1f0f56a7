using Microsoft.Extensions.Options;
using SupervisorBot.Supervision.SigningIn;

namespace SupervisorBot.Chat.History.Export;

/// <summary>Where a file can be fetched from: the bot's own address and nothing else.</summary>
public sealed class ExportLinks(IOptions<PublicAddressOptions> address)
{
    /// <summary>What the path of a link begins with, in front of its ticket.</summary>
    public const string Path = "history";

    /// <summary>Whether links can be made: whether <c>Bot:PublicAddress</c> is set.</summary>
    public bool IsAvailable => address.Value.PublicAddress is not null;

    /// <summary>The link for a sealed ticket.</summary>
    /// <exception cref="InvalidOperationException"><c>Bot:PublicAddress</c> is not set.</exception>
    internal Uri Of(string ticket)
    {
        var own = address.Value.PublicAddress ?? throw new InvalidOperationException($"{PublicAddressOptions.SectionName}:{nameof(PublicAddressOptions.PublicAddress)} is not set.");
        return new Uri(own.AbsoluteUri.EndsWith('/') ? own : new Uri(own.AbsoluteUri + "/"), $"{Path}/{ticket}");
    }
}
