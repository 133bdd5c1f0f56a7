using Microsoft.Extensions.DependencyInjection;
using SupervisorBot.Chat.Tests.Bench;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Sessions.Stored;

namespace SupervisorBot.Chat.Tests.Admission;

/// <summary>What is refused before it comes to any session is written down for good.</summary>
public sealed class RefusalAuditTests
{
    private const string Tenant = "11111111-1111-4111-8111-111111111111";

    [Fact]
    public async Task A_strangers_command_is_written_down_with_who_and_where()
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/intercept 1001", Person.Stranger, Room.Group);

        var entry = Assert.Single(await AuditedAsync(bench));

        Assert.Equal((AuditAct.Message, AuditStage.Refused, "NotListed"), (entry.Act, entry.Stage, entry.Detail));
        Assert.Equal(
            new AuditActor(Tenant, Person.Stranger.EntraObjectId, Person.Stranger.Name, null, Room.Group.ConversationId), entry.Actor);
    }

    [Fact]
    public async Task Somebody_of_a_foreign_tenant_is_written_down()
    {
        await using var bench = new ChatBench(("Teams:AllowedTenants:0", "99999999-9999-4999-8999-999999999999"));
        await bench.SayAsync("/help");

        Assert.Equal("ForeignTenant", Assert.Single(await AuditedAsync(bench)).Detail);
    }

    [Fact]
    public async Task A_strangers_press_is_written_down()
    {
        await using var bench = new ChatBench();
        var confirmation = await bench.ConfirmationAsync(Room.Channel);
        await bench.PressAsync(confirmation, "Intercept now", Person.Stranger);

        var entry = Assert.Single(await AuditedAsync(bench));

        Assert.Equal((AuditAct.Press, "NotListed"), (entry.Act, entry.Detail));
    }

    [Fact]
    public async Task A_press_on_somebody_elses_confirmation_is_written_down_with_the_interception()
    {
        await using var bench = new ChatBench();
        var confirmation = await bench.ConfirmationAsync(Room.Channel);
        await bench.PressAsync(confirmation, "Intercept now", Person.Boris);

        var entry = Assert.Single(await AuditedAsync(bench));

        Assert.Equal((AuditAct.Intercept, AuditStage.Refused, "NotYours"), (entry.Act, entry.Stage, entry.Detail));
        Assert.Equal(Assert.Single(bench.Desk.Interceptions).Key, entry.OperationId);
        Assert.Equal(Person.Boris.EntraObjectId, entry.Actor.ObjectId);
        Assert.NotNull(entry.Actor.AgentId);
    }

    [Fact]
    public async Task What_counts_is_written_down_by_the_session_and_not_here()
    {
        await using var bench = new ChatBench();
        var confirmation = await bench.ConfirmationAsync();
        await bench.PressAsync(confirmation, "Intercept now");

        Assert.Empty(await AuditedAsync(bench));
    }

    [Fact]
    public async Task A_refusal_that_cannot_be_written_down_is_refused_all_the_same()
    {
        await using var bench = new ChatBench(services => services.AddSingleton<IAuditTrail, NoTrail>());
        await bench.SayAsync("/intercept 1001", Person.Stranger);

        Assert.Contains("not listed as an inspector", Assert.Single(bench.Sent).Text, StringComparison.Ordinal);
        Assert.Empty(bench.Desk.Proposals);
    }

    private static async Task<IReadOnlyList<AuditEntry>> AuditedAsync(ChatBench bench) =>
        [.. (await bench.Get<MemoryAuditTrail>().ReadAsync(0, 100, TestContext.Current.CancellationToken)).Select(record => record.Entry)];

    private sealed class NoTrail : IAuditTrail
    {
        public Task AppendAsync(IReadOnlyList<AuditEntry> entries, CancellationToken cancellationToken) =>
            Task.FromException(new StoreOutcomeUnknownException(new IOException()));
    }
}
