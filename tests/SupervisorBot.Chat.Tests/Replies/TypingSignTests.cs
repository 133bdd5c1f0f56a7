using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Chat.Tests.Bench;

namespace SupervisorBot.Chat.Tests.Replies;

/// <summary>Whoever waits sees that the bot is at it.</summary>
public sealed class TypingSignTests
{
    [Theory]
    [InlineData("Personal")]
    [InlineData("Group")]
    public async Task A_command_that_takes_long_shows_the_sign_a_few_times_and_then_its_answer(string room)
    {
        await using var bench = new ChatBench();
        var gate = new TaskCompletionSource();
        bench.Desk.ReadingGate = gate.Task;
        var turn = bench.SayAsync("/agents", room: Room.Named(room));
        await bench.PassAsync(TimeSpan.FromSeconds(2), () => Typing(bench) == 1, "the sign is shown");
        await bench.PassAsync(TimeSpan.FromSeconds(10), () => Typing(bench) == 3, "it is shown again");
        bench.Time.Advance(TimeSpan.FromSeconds(10));

        gate.SetResult();
        await turn;
        Assert.Equal(3, Typing(bench));
        Assert.Contains("Anna Ivanova", bench.Last.Text);
    }

    [Fact]
    public async Task An_answer_in_time_shows_none()
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/agents");
        bench.Time.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(0, Typing(bench));
    }

    private static int Typing(ChatBench bench) => bench.Sent.Count(entry => entry.Activity.Type == ActivityTypes.Typing);
}
