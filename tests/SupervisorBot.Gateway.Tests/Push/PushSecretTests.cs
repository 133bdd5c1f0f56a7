using System.Security.Cryptography;
using System.Text.Json;
using SupervisorBot.Gateway.Push;

namespace SupervisorBot.Gateway.Tests.Push;

public sealed class PushSecretTests
{
    private static readonly Uri Bot = new("https://bot.example.com/supervisor/");

    [Fact]
    public void A_secret_makes_a_callback_and_a_token_that_the_gateway_accepts()
    {
        var secret = PushSecret.Create(new Counting());
        var target = secret.TargetFor(Bot, 999_999);

        Assert.Equal($"https://bot.example.com/supervisor/gateway/events/999999/{secret.PathPart}", target.CallbackUri.AbsoluteUri);
        Assert.Equal(PushSecret.LongestCallbackUnder(Bot), target.CallbackUri.AbsoluteUri.Length);
        Assert.InRange(target.CallbackUri.AbsoluteUri.Length, 1, PushTarget.LongestCallback);
        Assert.Matches("^[A-Za-z0-9]{48}$", target.ServiceToken);
        Assert.Matches("^[A-Za-z0-9_-]{43}$", secret.PathPart);
    }

    [Fact]
    public void All_of_a_secret_is_random()
    {
        var secrets = Enumerable.Range(0, 100).Select(_ => PushSecret.Create(RandomNumberGenerator.Create())).ToList();

        Assert.Equal(100, secrets.DistinctBy(secret => secret.PathPart).Count());
        Assert.Equal(100, secrets.DistinctBy(secret => secret.ServiceToken).Count());
        Assert.NotEqual(PushSecret.Create(new Counting()).PathPart[..10], PushSecret.Create(new Counting()).ServiceToken[..10]);
    }

    [Fact]
    public void Only_its_own_path_and_token_are_recognised()
    {
        var secret = PushSecret.Create(new Counting());

        Assert.True(secret.IsPathPart(secret.PathPart));
        Assert.True(secret.IsServiceToken(secret.ServiceToken));
        foreach (var wrong in new[] { null, "", secret.PathPart[1..], secret.PathPart + "a", secret.PathPart.ToUpperInvariant(), "é" })
        {
            Assert.False(secret.IsPathPart(wrong));
            Assert.False(secret.IsServiceToken(wrong));
        }
    }

    [Fact]
    public void A_secret_survives_JSON_and_is_not_printed()
    {
        var secret = PushSecret.Create(new Counting());

        Assert.Equal(secret, JsonSerializer.Deserialize<PushSecret>(JsonSerializer.Serialize(secret)));
        Assert.Equal("PushSecret", secret.ToString());
        Assert.Equal("PushTarget", secret.TargetFor(Bot, 200).ToString());
    }

    private sealed class Counting : RandomNumberGenerator
    {
        public override void GetBytes(byte[] data)
        {
            for (var i = 0; i < data.Length; i++)
            {
                data[i] = (byte)(i * 37);
            }
        }
    }
}
