using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using SupervisorBot.Chat.Telemetry;
using SupervisorBot.Chat.Tests.Bench;
using SupervisorBot.Supervision.Audit;

namespace SupervisorBot.Chat.Tests.Limits;

/// <summary>More than a person can write or press is not taken.</summary>
public sealed class InboundLimitTests
{
    private const string Words = "more at once than I take";

    [Fact]
    public async Task A_message_over_the_limit_gets_one_private_word_a_minute_and_does_nothing()
    {
        await using var bench = new ChatBench(("Limits:UserPerMinute", "10"));
        using var counted = new MetricCollector<long>(null, ChatTelemetry.Name, ChatTelemetry.OverLimits);
        for (var i = 0; i < 15; i++)
        {
            await bench.SayAsync($"/listen 1001", room: Room.Group);
        }

        Assert.Equal(10, bench.Desk.Asked.Count);
        var told = Assert.Single(bench.Sent, entry => entry.Text.Contains(Words, StringComparison.Ordinal));
        Assert.True(told.IsTargetedAt(Person.Olga, Room.Group));
        Assert.True(counted.GetMeasurementSnapshot().Count >= 5);
        var entry = Assert.Single(await Audited(bench));
        Assert.Equal((AuditAct.Message, AuditStage.Refused, "UserLimit"), (entry.Act, entry.Stage, entry.Detail));

        bench.Time.Advance(TimeSpan.FromMinutes(1));
        await bench.SayAsync("/listen 1001", room: Room.Group);
        Assert.Equal(11, bench.Desk.Asked.Count);
    }

    [Fact]
    public async Task Every_press_over_the_limit_is_answered_in_words_and_changes_nothing()
    {
        await using var bench = new ChatBench(("Limits:UserPerMinute", "10"));
        var confirmation = await bench.ConfirmationAsync();
        for (var i = 0; i < 9; i++)
        {
            await bench.SayAsync("/help");
        }

        for (var i = 0; i < 3; i++)
        {
            var answer = await bench.PressAsync(confirmation, "Intercept now");
            Assert.True(answer.IsWord);
            Assert.Contains(Words, answer.Text);
        }

        Assert.Equal(0, bench.Desk.Starts);
        Assert.Equal(AuditAct.Press, Assert.Single(await Audited(bench)).Act);
        bench.Time.Advance(TimeSpan.FromSeconds(59));
        Assert.True((await bench.PressAsync(confirmation, "Intercept now")).IsWord);
        bench.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.True((await bench.PressAsync(confirmation, "Intercept now")).IsCard);
    }

    [Fact]
    public async Task One_person_over_the_limit_is_in_nobody_elses_way()
    {
        await using var bench = new ChatBench(("Limits:UserPerMinute", "10"), ("Limits:TenantPerSecond", "12"));
        for (var i = 0; i < 30; i++)
        {
            await bench.SayAsync("/help");
        }

        await bench.SayAsync("/listen 1001", Person.Boris);
        Assert.Single(bench.Desk.Asked);
    }

    [Fact]
    public async Task What_a_tenant_sends_within_a_second_is_limited_too()
    {
        await using var bench = new ChatBench(("Limits:TenantPerSecond", "10"));
        for (var i = 0; i < 12; i++)
        {
            await bench.SayAsync("/listen 1001", i % 2 == 0 ? Person.Olga : Person.Boris);
        }

        Assert.Equal(10, bench.Desk.Asked.Count);
        Assert.Equal("TenantLimit", Assert.Single(await Audited(bench)).Detail);
        bench.Time.Advance(TimeSpan.FromSeconds(1));
        await bench.SayAsync("/listen 1001");
        Assert.Equal(11, bench.Desk.Asked.Count);
    }

    private static async Task<IReadOnlyList<AuditEntry>> Audited(ChatBench bench) =>
        [.. (await ((MemoryAuditTrail)bench.Get<IAuditTrail>()).ReadAsync(0, 100, CancellationToken.None)).Select(record => record.Entry)];
}
