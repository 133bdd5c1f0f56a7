using System.Security.Cryptography;
using SupervisorBot.Supervision.SigningIn;

namespace SupervisorBot.Supervision.Tests.SigningIn;

public sealed class SignInLinksTests : IDisposable
{
    private readonly RandomNumberGenerator _randomness = RandomNumberGenerator.Create();

    [Theory]
    [InlineData("https://bot.example.com", "https://bot.example.com/signin/")]
    [InlineData("https://bot.example.com/teams/", "https://bot.example.com/teams/signin/")]
    [InlineData("https://bot.example.com:8443/teams", "https://bot.example.com:8443/teams/signin/")]
    public void A_link_stands_under_the_public_address_and_is_read_back(string address, string start)
    {
        var links = new SignInLinks(new Uri(address), _randomness);
        var (link, other) = (links.Make(1001), links.Make(1001));

        Assert.StartsWith(start, link.Address.AbsoluteUri, StringComparison.Ordinal);
        Assert.NotEqual(link.Hash, other.Hash);
        Assert.True(SignInLinks.TryRead(link.Address.Segments[^1], out var agentId, out var hash));
        Assert.Equal((1001, link.Hash), (agentId, hash));
        Assert.DoesNotContain(link.Address.Segments[^1], link.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("../../api/messages")]
    [InlineData("AAAD6QAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=AAAA")]
    public void What_is_no_token_is_not_read(string token) => Assert.False(SignInLinks.TryRead(token, out _, out _));

    [Fact]
    public void Without_a_public_address_no_link_is_made()
    {
        var links = new SignInLinks(null, _randomness);
        Assert.False(links.IsAvailable);
        Assert.Throws<InvalidOperationException>(() => links.Make(1001));
    }

    public void Dispose() => _randomness.Dispose();
}
