using SupervisorBot.Supervision.Audit;

namespace SupervisorBot.Storage.Tests.Audit;

/// <summary>Entries to write.</summary>
internal static class AuditEntries
{
    public static readonly DateTimeOffset At = DateTimeOffset.Parse("2026-02-28T23:59:59.1234567+08:00");

    /// <summary>One with everything in it, in letters of several languages.</summary>
    public static AuditEntry Whole() => new()
    {
        Act = AuditAct.Intercept,
        Stage = AuditStage.Confirmed,
        Actor = new AuditActor("11111111-1111-4111-8111-111111111111", "aaaaaaaa-0000-4000-8000-000000000020", "Zoë 截听 Müller", 1001, "19:x@thread.v2;messageid=1"),
        At = At,
        WorkNo = 2001,
        CallId = "1700000000-17",
        OperationId = Guid.Parse("bbbbbbbb-0000-4000-8000-000000000001"),
        Reason = "He said: \"stop\" \u0001\0\\ <b>&</b>\nand then…",
        Code = "900-003",
        Outcome = "Refused",
        Detail = "CallEnded",
    };

    public static AuditEntry Refusal(string detail) => new()
    {
        Act = AuditAct.Message,
        Stage = AuditStage.Refused,
        Actor = new AuditActor(null, null, "Somebody", null, "a:1"),
        Detail = detail,
    };
}
