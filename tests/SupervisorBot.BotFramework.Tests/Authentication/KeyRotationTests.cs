using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using SupervisorBot.BotFramework.Authentication.Clouds;

namespace SupervisorBot.BotFramework.Tests.Authentication;

/// <summary>The channel changes its keys while the bot runs.</summary>
public sealed class KeyRotationTests
{
    [Fact]
    public async Task Keys_are_read_at_the_start_and_on_a_schedule_and_again_soon_after_a_failure()
    {
        FakeTimeProvider clock = new(DateTimeOffset.UtcNow);
        await using RegisteredBot bot = await RegisteredBot.StartAsync(configure: services => services.AddSingleton<TimeProvider>(clock));
        ChannelTokenOptions usual = new();
        await bot.KeysReadAsync(1);

        await AdvanceUntilReadAsync(bot, clock, usual.KeyRefreshInterval, 2);
        bot.Provider.IsDown = true;
        await AdvanceUntilAsync(clock, usual.KeyRefreshInterval, () => bot.OwnLogLines.Any(line => line.Contains("could not be read", StringComparison.Ordinal)));
        bot.Provider.IsDown = false;
        await AdvanceUntilReadAsync(bot, clock, usual.KeyRetryInterval, 3);
    }

    [Fact]
    public async Task A_new_key_is_believed_at_once_and_the_old_one_no_longer()
    {
        await using RegisteredBot bot = await RegisteredBot.StartAsync();
        await bot.KeysReadAsync(1);
        string old = Forged.Good(bot);
        Assert.Equal(200, (await bot.PostAsync(bot.Message(), $"Bearer {old}")).Status);

        bot.Provider.Rotate("channel-2");

        Assert.Equal(200, (await bot.PostAsync(bot.Message(), $"Bearer {Forged.Good(bot)}")).Status);
        Assert.Equal(401, (await bot.PostAsync(bot.Message(), $"Bearer {old}")).Status);
        Assert.Equal(2, bot.Provider.KeyReads);

        bot.Provider.Rotate("channel-3");
        Assert.Equal(401, (await bot.PostAsync(bot.Message(), $"Bearer {Forged.Good(bot)}")).Status);
        Assert.Equal(2, bot.Provider.KeyReads);
    }

    [Fact]
    public async Task Without_keys_everything_is_refused_and_the_log_says_why()
    {
        await using RegisteredBot bot = await RegisteredBot.StartAsync(prepare: provider => provider.IsDown = true);

        (int status, _) = await bot.PostAsync(bot.Message(), $"Bearer {Forged.Good(bot)}");

        Assert.Equal(401, status);
        Assert.Contains("An activity was refused with 401: KeysUnavailable.", bot.OwnLogLines);
    }

    [Fact]
    public async Task A_document_that_leads_to_plain_http_is_not_followed()
    {
        await using RegisteredBot bot = await RegisteredBot.StartAsync(prepare: provider => provider.KeysAddress = "http://127.0.0.1:9/keys");

        (int status, _) = await bot.PostAsync(bot.Message(), $"Bearer {Forged.Good(bot)}");

        Assert.Equal(401, status);
        Assert.Equal(0, bot.Provider.KeyReads);
        Assert.Contains("An activity was refused with 401: KeysUnavailable.", bot.OwnLogLines);
    }

    private static Task AdvanceUntilReadAsync(RegisteredBot bot, FakeTimeProvider clock, TimeSpan span, int times) =>
        AdvanceUntilAsync(clock, span, () => bot.OwnLogLines.Count(line => line.Contains("were read", StringComparison.Ordinal)) >= times);

    // The wait for the next reading begins a moment after the last one has been logged.
    private static async Task AdvanceUntilAsync(FakeTimeProvider clock, TimeSpan span, Func<bool> isDone)
    {
        for (int i = 0; i < 300 && !isDone(); i++)
        {
            clock.Advance(i == 0 ? span : TimeSpan.FromSeconds(1));
            await Task.Delay(50);
        }

        Assert.True(isDone());
    }
}
