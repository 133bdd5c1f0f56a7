using SupervisorBot.Chat.Tests.Bench;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Chat.Tests.Commands;

/// <summary>A slip of the finger costs one press.</summary>
public sealed class NearestButtonTests
{
    [Theory]
    [InlineData("Personal")]
    [InlineData("Group")]
    public async Task The_nearest_command_is_a_button_that_keeps_what_was_typed_behind_it(string room)
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/lisen 1001", room: Room.Named(room));
        var answer = await bench.PressAsync(bench.Last, "/listen 1001");
        Assert.Contains("I took it as /listen 1001", answer.Text);
        await bench.UntilAsync(() => !bench.Desk.Asked.IsEmpty, "it was asked");
        Assert.Equal(1001, Assert.IsType<MonitorRequested>(Assert.Single(bench.Desk.Asked)).WorkNo);
    }

    [Fact]
    public async Task A_press_that_is_delivered_twice_runs_it_once()
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/statu");
        var press = Recordings.Invoke(Person.Olga, Room.Personal, bench.Last.MessageId, ChatBench.ButtonOf(bench.Last, "/status"));
        await bench.TurnAsync(press);
        await bench.TurnAsync(press);
        await bench.WaitForAsync(entry => entry.Text.Contains("Signed in", StringComparison.Ordinal));
        await bench.SayAsync("/help");
        Assert.Single(bench.Sent, entry => entry.Text.Contains("Signed in", StringComparison.Ordinal) && !entry.Text.Contains("/signin", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_may_not_be_done_is_neither_guessed_nor_done()
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/lisen 1001");
        var listen = bench.Last;
        bench.Directory.Put(FakeDesk.Olga, PermissionSet.Of(Permission.List));

        await bench.SayAsync("/lisen 1001");
        Assert.DoesNotContain(CardReading.Buttons(bench.Last.Card!), button => button.Title.StartsWith("/listen", StringComparison.Ordinal));
        await bench.PressAsync(listen, "/listen 1001");
        await bench.WaitForAsync(entry => entry.Text.Contains("You may not listen", StringComparison.Ordinal));
        Assert.Empty(bench.Desk.Asked);
    }
}
