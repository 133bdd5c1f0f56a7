using SupervisorBot.Resilience.Tests.Running;

namespace SupervisorBot.Resilience.Tests.Killing;

/// <summary>
/// Rounds on one site: everybody asks for a call, all press, the bot is killed with every operation held at its moment, a new bot is started on the same
/// database, and each press is judged by what the gateway knows.
/// </summary>
internal sealed class KillRounds(Site site, Random random)
{
    /// <summary>How long the bots wait for the talk; more than anything is held.</summary>
    public static readonly TimeSpan TalkingTimeout = TimeSpan.FromSeconds(8);

    private RunningBot _bot = null!;

    /// <summary>How many operations were interrupted.</summary>
    public int Interrupted { get; private set; }

    public async Task BeginAsync()
    {
        _bot = await site.StartBotAsync();
        await site.SignInAsync(_bot.Address);
    }

    /// <summary>One round with every operation held at one of some moments.</summary>
    public Task HoldAndKillAsync(IReadOnlyList<Interruption> moments) => RoundAsync(i => moments[(i + Interrupted) % moments.Count], wave => wave.ReachedAsync());

    /// <summary>One round with nothing held and the kill at any time.</summary>
    public Task KillAnywhereAsync() => RoundAsync(_ => Interruption.Anywhere, _ => Task.Delay(random.Next(0, 2500), Site.Stop));

    private async Task RoundAsync(Func<int, Interruption> moment, Func<Wave, Task> reached)
    {
        var wave = await Wave.ProposeAsync(site, random, site.People, moment, _bot.Address);
        var presses = wave.PressAsync(_bot.Address);
        await reached(wave);

        await _bot.Process.KillAsync();
        await presses;
        wave.GoOnWithoutBot();
        _bot = await site.StartBotAsync();
        Interrupted += wave.Operations.Count;

        var wrong = await wave.JudgeAsync(_bot.Address);
        site.AssertNothingIsWrong([.. wrong, .. site.WrongSessions(mostAtOnce: 2)]);
        await wave.HangUpAsync();
    }
}
