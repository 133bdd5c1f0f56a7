using System.Text.Json.Nodes;
using SupervisorBot.ConnectorSimulator.Identity;

namespace SupervisorBot.BotFramework.Tests.Authentication;

/// <summary>Where the Emulator's tokens are allowed, they are bound to the configured tenant and to the bot's own registration.</summary>
public sealed class EmulatorTokenTests(EmulatorTokenTests.Bench bench) : IClassFixture<EmulatorTokenTests.Bench>
{
    private const string Other = "99999999-9999-4999-8999-999999999999";

    [Theory]
    [InlineData("as it is", null)]
    [InlineData("version 1.0", null)]
    [InlineData("the issuer of another tenant", "Issuer")]
    [InlineData("the first issuer of another tenant", "Issuer")]
    [InlineData("another tenant in tid", "TokenTenant")]
    [InlineData("no tid", "TokenTenant")]
    [InlineData("another app", "Caller")]
    [InlineData("another app, version 1.0", "Caller")]
    [InlineData("no version", "Caller")]
    [InlineData("an unknown version", "Caller")]
    [InlineData("the app in the other version's claim", "Caller")]
    [InlineData("another audience", "Audience")]
    [InlineData("expired", "Expired")]
    public async Task A_token_of_the_bots_own_registration_is_accepted_and_no_other(string name, string? reason)
    {
        RegisteredBot bot = bench.Bot;
        JsonObject claims = Claims(bot);
        Change(bot, name, claims);

        await ShowAsync(bot, Jwt.Sign(bot.Provider.LoginKey, claims), reason);
    }

    [Fact]
    public async Task The_channels_token_is_accepted_as_well() => await ShowAsync(bench.Bot, Forged.Good(bench.Bot), null);

    [Fact]
    public async Task Neither_issuers_key_signs_for_the_other()
    {
        await ShowAsync(bench.Bot, Jwt.Sign(bench.Bot.Provider.ChannelKey, Claims(bench.Bot)), "UnknownKey");
        await ShowAsync(bench.Bot, Jwt.Sign(bench.Bot.Provider.LoginKey, Forged.Claims(bench.Bot)), "UnknownKey");
    }

    internal static JsonObject Claims(RegisteredBot bot) => new()
    {
        ["iss"] = $"{bot.Provider.Address}/{RegisteredBot.Tenant}/v2.0",
        ["aud"] = RegisteredBot.AppId,
        ["nbf"] = Forged.In(TimeSpan.FromHours(-1)),
        ["exp"] = Forged.In(TimeSpan.FromHours(1)),
        ["tid"] = RegisteredBot.Tenant,
        ["azp"] = RegisteredBot.AppId,
        ["ver"] = "2.0",
    };

    private static void Change(RegisteredBot bot, string name, JsonObject claims)
    {
        if (name.EndsWith("version 1.0", StringComparison.Ordinal))
        {
            claims["iss"] = $"https://sts.windows.net/{RegisteredBot.Tenant}/";
            claims["ver"] = "1.0";
            claims.Remove("azp");
            claims["appid"] = name == "version 1.0" ? RegisteredBot.AppId : Other;
        }

        _ = name switch
        {
            "the issuer of another tenant" => claims["iss"] = $"{bot.Provider.Address}/{Other}/v2.0",
            "the first issuer of another tenant" => claims["iss"] = $"https://sts.windows.net/{Other}/",
            "another tenant in tid" => claims["tid"] = Other,
            "no tid" => claims.Remove("tid"),
            "another app" => claims["azp"] = Other,
            "no version" => claims.Remove("ver"),
            "an unknown version" => claims["ver"] = "3.0",
            "the app in the other version's claim" => claims.Remove("azp") && claims.TryAdd("appid", RegisteredBot.AppId),
            "another audience" => claims["aud"] = Other,
            "expired" => claims["exp"] = Forged.In(TimeSpan.FromMinutes(-6)),
            _ => null,
        };
    }

    private static async Task ShowAsync(RegisteredBot bot, string token, string? reason)
    {
        JsonObject activity = bot.Message();

        (int status, _) = await bot.PostAsync(activity, $"Bearer {token}");

        Assert.Equal(reason is null ? 200 : 401, status);
        Assert.True(reason is null || bot.OwnLogLines[^1] == $"An activity was refused with 401: {reason}.", bot.OwnLogLines[^1]);
    }

    public sealed class Bench : IAsyncLifetime
    {
        internal RegisteredBot Bot { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Bot = await RegisteredBot.StartAsync(new() { ["BotFramework:AcceptEmulatorTokens"] = "true" });

        public ValueTask DisposeAsync() => Bot.DisposeAsync();
    }
}
