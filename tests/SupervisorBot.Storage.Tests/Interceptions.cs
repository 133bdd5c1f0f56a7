using SupervisorBot.Supervision.Agents;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Interception;

namespace SupervisorBot.Storage.Tests;

/// <summary>Interceptions to store.</summary>
internal static class Interceptions
{
    public const int Alex = 1001;
    public const string Customer = "+4915187654321";

    public static InterceptionRecord Proposed(int agentId = Alex, DateTimeOffset? at = null)
    {
        var now = at ?? DateTimeOffset.UtcNow;
        var view = new InterceptionView
        {
            OperationId = Guid.NewGuid(),
            Inspector = new Inspector("aaaaaaaa-0000-4000-8000-000000000020", agentId, "Alex Wilber", "70020"),
            WorkNo = 2001,
            AgentName = "Ana Ruiz",
            CallId = "1700000000-17",
            Customer = MaskedNumber.Of(Customer),
            Direction = CallDirection.Inbound,
            CallAnsweredAt = now.AddMinutes(-3).ToOffset(TimeSpan.FromHours(8)),
            Origin = new RequestOrigin("""{"conversation":"19:x@thread.v2;messageid=1","locale":"zh-CN","text":"截听 \u0001"}"""),
            Step = InterceptionStep.Proposed,
            ProposedAt = now,
            ExpiresAt = now.AddMinutes(1),
        };
        return new InterceptionRecord(view, Customer, 1, 7);
    }

    public static InterceptionRecord Advanced(InterceptionRecord record) => record with
    {
        Version = record.Version + 1,
        Token = record.Token + 1,
        View = record.View with { Step = InterceptionStep.Claiming, PressedAt = record.View.ProposedAt.AddSeconds(2) },
    };

    public static InterceptionRecord Decided(
        InterceptionRecord record, InterceptionOutcome outcome = InterceptionOutcome.Done, DateTimeOffset? at = null, string? takenBy = null) => record with
        {
            Version = record.Version + 1,
            View = record.View with
            {
                Step = InterceptionStep.Decided,
                Outcome = outcome,
                TakenBy = takenBy,
                DecidedAt = at ?? record.View.ProposedAt.AddSeconds(3),
            },
        };
}
