using SupervisorBot.Chat.Agents;
using SupervisorBot.Chat.Watches;

namespace SupervisorBot.Chat.Tests.Watches;

public sealed class WatchGrammarTests
{
    public static TheoryData<string, object> Orders => new()
    {
        { "", new WatchOrder.List() },
        { "list", new WatchOrder.List() },
        { "call longer 5m", new WatchOrder.Add(WatchKind.Call, null, TimeSpan.FromMinutes(5), null, null) },
        { "CALL LONGER 90s sales", new WatchOrder.Add(WatchKind.Call, null, TimeSpan.FromSeconds(90), null, "sales") },
        { "hold longer <2m> 2001", new WatchOrder.Add(WatchKind.Hold, null, TimeSpan.FromMinutes(2), 2001, null) },
        { "state wrapup longer 1h second line", new WatchOrder.Add(WatchKind.State, NamedState.WrapUp, TimeSpan.FromHours(1), null, "second line") },
        { "signin", new WatchOrder.Add(WatchKind.SignIn, null, TimeSpan.Zero, null, null) },
        { "signout 2001", new WatchOrder.Add(WatchKind.SignOut, null, TimeSpan.Zero, 2001, null) },
        { "quiet 22:00-06:00", new WatchOrder.Quiet((1320, 360)) },
        { "quiet 9:30 – 17:00", new WatchOrder.Quiet((570, 1020)) },
        { "quiet off", new WatchOrder.Quiet(null) },
        { "off 3", new WatchOrder.Off(3) },
        { "off all", new WatchOrder.Off(null) },
        { "weather", new WatchOrder.Wrong(WatchError.NotKnown) },
        { "call", new WatchOrder.Wrong(WatchError.HowLong) },
        { "call longer", new WatchOrder.Wrong(WatchError.HowLong) },
        { "call longer 5", new WatchOrder.Wrong(WatchError.HowLong) },
        { "call longer 5s", new WatchOrder.Wrong(WatchError.HowLong) },
        { "call longer 25h", new WatchOrder.Wrong(WatchError.HowLong) },
        { "call longer 99999999999m", new WatchOrder.Wrong(WatchError.HowLong) },
        { "call shorter 5m", new WatchOrder.Wrong(WatchError.HowLong) },
        { "state asleep longer 5m", new WatchOrder.Wrong(WatchError.WhichState) },
        { "state call longer 5m", new WatchOrder.Wrong(WatchError.WhichState) },
        { "state", new WatchOrder.Wrong(WatchError.WhichState) },
        { "quiet", new WatchOrder.Wrong(WatchError.WhichHours) },
        { "quiet 25:00-06:00", new WatchOrder.Wrong(WatchError.WhichHours) },
        { "quiet 06:00-06:00", new WatchOrder.Wrong(WatchError.WhichHours) },
        { "off", new WatchOrder.Wrong(WatchError.WhatOff) },
        { "off everything", new WatchOrder.Wrong(WatchError.WhatOff) },
    };

    [Theory]
    [MemberData(nameof(Orders))]
    public void What_is_typed_is_read_or_refused(string typed, object order) =>
        Assert.Equal(order, WatchGrammar.Read(typed.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    [Theory]
    [InlineData(22 * 60, 6 * 60, 0, "23:30", true)]
    [InlineData(22 * 60, 6 * 60, 0, "05:59", true)]
    [InlineData(22 * 60, 6 * 60, 0, "06:00", false)]
    [InlineData(22 * 60, 6 * 60, 120, "20:30", true)]
    [InlineData(22 * 60, 6 * 60, -300, "02:30", false)]
    [InlineData(22 * 60, 6 * 60, -300, "03:30", true)]
    [InlineData(9 * 60, 17 * 60, 0, "12:00", true)]
    [InlineData(9 * 60, 17 * 60, 0, "17:00", false)]
    public void Quiet_hours_are_those_of_whoever_set_them(int from, int until, int offset, string utc, bool hold) =>
        Assert.Equal(hold, new QuietHours(from, until, offset).Hold(DateTimeOffset.Parse($"2026-11-22T{utc}:00Z", System.Globalization.CultureInfo.InvariantCulture)));
}
