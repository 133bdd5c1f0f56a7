using System.Text.Json.Nodes;
using SupervisorBot.ConnectorSimulator.Identity;

namespace SupervisorBot.BotFramework.Tests.Authentication;

/// <summary>What the messages endpoint of a registered bot believes, and nothing else.</summary>
public sealed class TokenMatrixTests(TokenMatrixTests.Bench bench) : IClassFixture<TokenMatrixTests.Bench>
{
    public static TheoryData<string> Names() => [.. TokenRows.All.Select(static row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_request_is_accepted_or_refused(string name)
    {
        TokenRow row = TokenRows.All.Single(row => row.Name == name);
        RegisteredBot bot = bench.Bot;
        JsonObject activity = bot.Message();
        string[] authorization = row.Authorization(bot, activity);
        (int logged, int own) = (bot.LogLines.Count, bot.OwnLogLines.Count);

        (int status, string answer) = await bot.PostAsync(activity, authorization);

        Assert.Equal(row.Status, status);
        Assert.Equal(row.Reason is null, row.Reason is null ? await bot.IsHandledAsync(activity) : bot.WasHandled(activity));
        string[] lines = [.. bot.LogLines.Skip(logged)];
        if (row.Reason is not null)
        {
            Assert.EndsWith(Body(row.Status), answer, StringComparison.Ordinal);
            string line = $"An activity was refused with {row.Status}: ";
            IEnumerable<string> told = bot.OwnLogLines.Skip(own).Where(line => !line.StartsWith("The signing keys", StringComparison.Ordinal));
            Assert.Equal(
                [row.Reason == TokenRow.Some ? line : $"{line}{row.Reason}."],
                told.Select(words => row.Reason == TokenRow.Some ? words[..line.Length] : words));
        }

        Assert.All(authorization.SelectMany(value => value.Split('.', ' ', '\t')).Where(part => part.Length > 20), part =>
        {
            Assert.DoesNotContain(part, answer, StringComparison.Ordinal);
            Assert.DoesNotContain(lines, line => line.Contains(part, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void The_matrix_has_a_row_for_each_reason() => Assert.Empty(
        Enum.GetNames<BotFramework.Authentication.Inbound.TokenFault>()
            .Except(TokenRows.All.Select(static row => row.Reason))
            // Proven by EmulatorTokenTests and KeyRotationTests; the last one stands for whatever the library makes of a strange claim.
            .Except(["TokenTenant", "Caller", "KeysUnavailable", "Unreadable"]));

    [Fact]
    public async Task A_token_in_the_query_is_none()
    {
        using HttpResponseMessage answer = await bench.Bot.Bot.Http.PostAsync(
            new Uri($"{bench.Bot.Bot.Endpoint}?access_token={Forged.Good(bench.Bot)}"),
            new StringContent(bench.Bot.Message().ToJsonString(), new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")));

        Assert.Equal(401, (int)answer.StatusCode);
    }

    private static string Body(int status) => status == 403
        ? """{"error":{"code":"Forbidden","message":"The sender is not allowed."}}"""
        : """{"error":{"code":"Unauthorized","message":"The sender is not known."}}""";

    public sealed class Bench : IAsyncLifetime
    {
        internal RegisteredBot Bot { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Bot = await RegisteredBot.StartAsync(prepare: TokenRows.Prepare);

        public ValueTask DisposeAsync() => Bot.DisposeAsync();
    }
}
