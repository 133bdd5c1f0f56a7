using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.History;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Monitoring;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Supervision.Tests.History;

public sealed class HistoryFoldTests
{
    private static readonly DateTimeOffset s_begin = DateTimeOffset.Parse("2026-11-29T10:00:00+00:00");
    private static readonly Guid s_operation = Guid.Parse("bbbbbbbb-0000-4000-8000-00000000000a");
    private static readonly AuditActor s_alex = new(null, "alex", "Alex Wilber", 1001, null);
    private static readonly AuditActor s_megan = new(null, "megan", "Megan Bowen", 1002, null);

    // The listening that it begins with is no line of its own.
    [Fact]
    public void An_interception_is_one_line_from_its_proposal_to_the_end_of_the_talk()
    {
        var lines = Fold(
            Of(AuditAct.Intercept, AuditStage.Asked, s_operation),
            Of(AuditAct.Intercept, AuditStage.Confirmed, s_operation) with { Reason = "Complaint" },
            Of(AuditAct.Intercept, AuditStage.Approved, s_operation) with { Actor = s_megan },
            Of(AuditAct.Listen, AuditStage.Asked, s_operation) with { CallId = null },
            Of(AuditAct.Listen, AuditStage.Started, s_operation) with { CallId = null },
            Of(AuditAct.Intercept, AuditStage.Sent, s_operation),
            Of(AuditAct.Intercept, AuditStage.Answered, s_operation) with { Code = "0" },
            Of(AuditAct.Listen, AuditStage.Ended, s_operation) with { CallId = null, Detail = "Intercepted" },
            Of(AuditAct.Intercept, AuditStage.Decided, s_operation) with { Outcome = "Done" },
            Of(AuditAct.Intercept, AuditStage.Started, s_operation),
            Of(AuditAct.HangUp, AuditStage.Asked, s_operation),
            Of(AuditAct.Intercept, AuditStage.Ended, s_operation) with { Detail = "EndedByInspector" });

        var line = Assert.Single(lines);
        Assert.Equal(
            (HistoryKind.Intercept, 1001, "Alex Wilber", 2001, "17-1", "Complaint", "Megan Bowen", InterceptionOutcome.Done, TalkChange.EndedByInspector),
            (line.Kind, line.AgentId, line.Name, line.WorkNo, line.CallId, line.Reason, line.DecidedBy, line.Outcome, line.TalkEnd));
        Assert.Equal((s_begin, s_begin.AddSeconds(9), TimeSpan.FromSeconds(2), false), (line.At, line.BeganAt, line.Length, line.IsUnderWay));
    }

    [Theory]
    [InlineData("Cancelled", AuditStage.Cancelled)]
    [InlineData("Expired", AuditStage.Expired)]
    [InlineData("NotApproved", AuditStage.Expired)]
    [InlineData("Declined", AuditStage.Decided)]
    [InlineData("Refused", AuditStage.Decided)]
    internal void An_interception_that_came_to_nothing_has_its_outcome_and_no_length(string outcome, AuditStage stage)
    {
        var line = Assert.Single(Fold(
            Of(AuditAct.Intercept, AuditStage.Asked, s_operation),
            Of(AuditAct.Intercept, stage, s_operation) with { Outcome = outcome, Code = outcome == "Refused" ? "900-003" : null }));

        Assert.Equal((outcome, null), (line.Outcome.ToString(), line.Length));
        Assert.Equal(outcome == "Refused" ? "900-003" : null, line.Code);
    }

    // A switch that the gateway refused changes nothing.
    [Fact]
    public void A_monitoring_lasts_from_its_start_to_its_end_with_the_switches_between()
    {
        var lines = Fold(
            Monitoring(AuditAct.Listen, AuditStage.Asked),
            Monitoring(AuditAct.Listen, AuditStage.Answered) with { Code = "0" },
            Monitoring(AuditAct.Listen, AuditStage.Started),
            Monitoring(AuditAct.Switch, AuditStage.Asked) with { Detail = "Whisper" },
            Monitoring(AuditAct.Switch, AuditStage.Changed) with { Detail = "Whisper" },
            Monitoring(AuditAct.Switch, AuditStage.Asked) with { Detail = "Insert" },
            Monitoring(AuditAct.Switch, AuditStage.Decided) with { Outcome = "Failed", Code = "900-003" },
            Monitoring(AuditAct.Whisper, AuditStage.Ended) with { Detail = "Asked" },
            Monitoring(AuditAct.Insert, AuditStage.Asked),
            Monitoring(AuditAct.Insert, AuditStage.Decided) with { Outcome = "Failed", Code = "900-004", Detail = "Refused" });

        Assert.Equal([HistoryKind.Insert, HistoryKind.Listen], lines.Select(line => line.Kind));
        var (failed, done) = (lines[0], lines[1]);
        Assert.Equal((MonitoringEnd.Asked, TimeSpan.FromSeconds(5), false), (done.End, done.Length, done.IsFailed));
        Assert.Equal([HistoryKind.Whisper], done.Switches);
        Assert.Equal((true, "900-004", ProblemKind.Refused, null), (failed.IsFailed, failed.Code, failed.Problem, failed.Length));
    }

    [Fact]
    public void Two_inspectors_at_once_are_two_lines_the_newest_first()
    {
        var lines = Fold(
            Monitoring(AuditAct.Listen, AuditStage.Asked),
            Monitoring(AuditAct.Listen, AuditStage.Asked) with { Actor = s_megan, WorkNo = 2002 },
            Monitoring(AuditAct.Listen, AuditStage.Started),
            Monitoring(AuditAct.Listen, AuditStage.Started) with { Actor = s_megan, WorkNo = 2002 },
            Monitoring(AuditAct.Listen, AuditStage.Ended) with { Detail = "PhoneReleased" });

        Assert.Equal([(1002, true, null), (1001, false, TimeSpan.FromSeconds(2))], lines.Select(line => (line.AgentId, line.IsUnderWay, line.Length)));
    }

    [Fact]
    public void What_is_done_to_an_agent_or_their_call_at_once_is_a_line_with_what_came_of_it()
    {
        var lines = Fold(
            Monitoring(AuditAct.Force, AuditStage.Asked) with { Detail = "Rest", Reason = "Break is due" },
            Monitoring(AuditAct.Drop, AuditStage.Asked) with { CallId = "17-1", Reason = "Test call" },
            Monitoring(AuditAct.Force, AuditStage.Answered) with { Code = "0" },
            Monitoring(AuditAct.Drop, AuditStage.Answered) with { Code = "900-003", Detail = "Refused" },
            Monitoring(AuditAct.Drop, AuditStage.Decided) with { Outcome = "Failed", Code = "900-003", Detail = "Refused" },
            Monitoring(AuditAct.Force, AuditStage.Decided) with { Outcome = "Done", Detail = "Rest" });

        Assert.Equal([HistoryKind.Drop, HistoryKind.Force], lines.Select(line => line.Kind));
        Assert.Equal((true, false, "900-003", "17-1", "Test call"), (lines[0].IsFailed, lines[0].IsAccepted, lines[0].Code, lines[0].CallId, lines[0].Reason));
        Assert.Equal((false, true, "Rest", "Break is due"), (lines[1].IsFailed, lines[1].IsAccepted, lines[1].Detail, lines[1].Reason));
    }

    [Fact]
    public void What_began_before_is_left_out()
    {
        Assert.Empty(Fold(
            Of(AuditAct.Intercept, AuditStage.Decided, s_operation) with { Outcome = "Done" },
            Monitoring(AuditAct.Listen, AuditStage.Started),
            Monitoring(AuditAct.Listen, AuditStage.Ended)));
    }

    [Fact]
    public void A_word_that_is_not_known_here_is_no_outcome()
    {
        var line = Assert.Single(Fold(
            Of(AuditAct.Intercept, AuditStage.Asked, s_operation), Of(AuditAct.Intercept, AuditStage.Decided, s_operation) with { Outcome = "17" }));

        Assert.Null(line.Outcome);
    }

    private static IReadOnlyList<HistoryLine> Fold(params AuditEntry[] entries) =>
        HistoryFold.Of(entries.Select((entry, index) => new AuditRecord(index + 1, s_begin.AddSeconds(index), entry)));

    private static AuditEntry Of(AuditAct act, AuditStage stage, Guid operation) => new()
    {
        Act = act,
        Stage = stage,
        Actor = s_alex,
        WorkNo = 2001,
        CallId = "17-1",
        OperationId = operation,
    };

    private static AuditEntry Monitoring(AuditAct act, AuditStage stage) => new() { Act = act, Stage = stage, Actor = s_alex, WorkNo = 2001 };
}
