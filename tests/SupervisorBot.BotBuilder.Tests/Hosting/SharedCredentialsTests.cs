using Microsoft.Bot.Connector.Authentication;
using SupervisorBot.BotBuilder.Hosting;

namespace SupervisorBot.BotBuilder.Tests.Hosting;

/// <summary>The bot logs in once, not for every post.</summary>
public sealed class SharedCredentialsTests
{
    private const string AppId = "22222222-2222-4222-8222-222222222222";
    private const string Login = "https://login.microsoftonline.com/botframework.com";

    [Fact]
    public async Task Credentials_with_their_token_are_kept_for_each_purpose()
    {
        var shared = new SharedCredentials(new PasswordServiceClientCredentialFactory(AppId, "only a test", "", null, null));

        var first = await shared.CreateCredentialsAsync(AppId, "https://api.botframework.com", Login, true, TestContext.Current.CancellationToken);
        var again = await shared.CreateCredentialsAsync(AppId, "https://api.botframework.com", Login, true, TestContext.Current.CancellationToken);
        var other = await shared.CreateCredentialsAsync(AppId, "https://other.example", Login, true, TestContext.Current.CancellationToken);

        Assert.Same(first, again);
        Assert.NotSame(first, other);
        Assert.False(await shared.IsAuthenticationDisabledAsync(TestContext.Current.CancellationToken));
    }
}
