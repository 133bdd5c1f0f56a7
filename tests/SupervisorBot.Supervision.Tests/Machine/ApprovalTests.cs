using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Interception.Stored;
using SupervisorBot.Supervision.Notices;
using SupervisorBot.Supervision.Sessions.Machine;
using SupervisorBot.Supervision.Sessions.Stored;
using static SupervisorBot.Supervision.Tests.Machine.ScriptedSession;

namespace SupervisorBot.Supervision.Tests.Machine;

/// <summary>The second pair of eyes, and the reason.</summary>
public sealed class ApprovalTests
{
    private static readonly InterceptionPolicy s_second = new(ApprovalRule.SecondInspector, ReasonRule.NotAsked, []);

    private readonly ScriptedSession _session = new();

    [Fact]
    public void A_confirmed_interception_waits_for_an_approval_and_claims_nothing()
    {
        var id = Asked();

        Assert.Equal(InterceptionStep.AwaitingApproval, _session.Interception.Step);
        Assert.Equal(_session.Now + _session.InterceptionOptions.ApprovalLifetime, _session.Interception.ExpiresAt);
        Assert.Equal(InterceptionStep.AwaitingApproval, _session.LastNotice<InterceptionNotice>().Interception.Step);
        Assert.Empty(_session.Effects.OfType<ClaimCall>());
        Assert.Null(_session.State.Active);
        Assert.Equal(PressResult.AlreadyDecided, _session.Press(id).Result);
    }

    [Fact]
    public void Somebody_elses_approval_begins_it_and_is_remembered()
    {
        var id = Asked();

        Assert.Equal(PressResult.TookEffect, Answer(id).Result);

        Assert.Equal(InterceptionStep.Claiming, _session.Interception.Step);
        Assert.Equal(new ApprovalAnswer(Megan.EntraObjectId, Megan.AgentId, Megan.DisplayName, true, _session.Now), _session.Interception.Answer);
        Assert.Single(_session.Effects.OfType<ClaimCall>());
        Assert.Equal(PressResult.AlreadyDecided, Answer(id, approve: false).Result);
        Assert.Single(_session.Effects.OfType<ClaimCall>());
    }

    [Fact]
    public void The_asker_cannot_approve()
    {
        var id = Asked();

        Assert.Equal(PressResult.NotByAsker, ((PressAnswer)_session.Take(new ApprovalPressed(id, Alex, true, true)).Reply!).Result);
        Assert.Equal(InterceptionStep.AwaitingApproval, _session.Interception.Step);
    }

    [Fact]
    public void Nobody_without_the_right_can_approve_or_decline()
    {
        var id = Asked();

        Assert.Equal(PressResult.MayNotApprove, Answer(id, mayApprove: false).Result);
        Assert.Equal(PressResult.MayNotApprove, Answer(id, approve: false, mayApprove: false).Result);
        Assert.Equal(InterceptionStep.AwaitingApproval, _session.Interception.Step);
    }

    [Fact]
    public void The_audit_tells_who_asked_who_approved_and_who_was_kept_from_it()
    {
        var id = Asked();
        _session.Take(new ApprovalPressed(id, Alex, true, true));
        Answer(id);

        Assert.Equal(
            [(AuditStage.Refused, Alex.AgentId, "NotByAsker"), (AuditStage.Approved, Megan.AgentId, null)],
            _session.Audited.Where(entry => entry.OperationId == id).TakeLast(2).Select(entry => (entry.Stage, entry.Actor.AgentId!.Value, entry.Detail)));
    }

    [Fact]
    public void A_refusal_ends_it()
    {
        var id = Asked();
        Answer(id, approve: false);

        Assert.Equal(InterceptionOutcome.Declined, _session.LastNotice<InterceptionNotice>().Interception.Outcome);
        Assert.Equal(PressResult.AlreadyDecided, Answer(id).Result);
        Assert.Empty(_session.Effects.OfType<ClaimCall>());
    }

    [Fact]
    public void Without_an_approval_in_time_it_counts_as_refused()
    {
        var id = Asked();
        _session.After(_session.InterceptionOptions.ApprovalLifetime);
        _session.Fire(_session.State.Interceptions[id].Token);

        Assert.Equal(InterceptionOutcome.NotApproved, _session.LastNotice<InterceptionNotice>().Interception.Outcome);
        Assert.Equal(PressResult.AlreadyDecided, Answer(id).Result);
    }

    [Fact]
    public void An_approval_at_the_moment_of_expiry_is_too_late_even_before_the_timer()
    {
        var id = Asked();
        _session.After(_session.InterceptionOptions.ApprovalLifetime);

        Assert.Equal(PressResult.AlreadyDecided, Answer(id).Result);
        Assert.Equal(InterceptionOutcome.NotApproved, _session.Interception.Outcome);
        Assert.Empty(_session.Effects.OfType<ClaimCall>());
    }

    [Fact]
    public void The_asker_can_withdraw_it_while_it_waits()
    {
        var id = Asked();

        Assert.Equal(PressResult.TookEffect, _session.Press(id, confirm: false).Result);
        Assert.Equal(InterceptionOutcome.Cancelled, _session.Interception.Outcome);
        Assert.Equal(PressResult.AlreadyDecided, Answer(id).Result);
    }

    [Fact]
    public void An_approval_counts_for_nothing_when_the_asker_is_not_signed_in_any_more()
    {
        var id = Asked();
        _session.Ask(request => new Supervision.Desk.SignOutRequested(request, Place));
        _session.Answer(_session.Last<SignOut>().Token);

        Answer(id);

        Assert.Equal(InterceptionOutcome.NotSignedIn, _session.Interception.Outcome);
        Assert.Empty(_session.Effects.OfType<ClaimCall>());
    }

    [Fact]
    public void Nobody_is_asked_for_what_could_not_begin()
    {
        var id = Proposal(s_second);
        _session.Ask(request => new Supervision.Desk.SignOutRequested(request, Place));
        _session.Answer(_session.Last<SignOut>().Token);

        Assert.Equal(InterceptionOutcome.NotSignedIn, _session.Press(id).Interception!.Outcome);
    }

    [Fact]
    public void What_waits_for_an_approval_waits_on_after_a_restart()
    {
        var id = Asked();
        var stored = InterceptionDocument.Read(InterceptionDocument.Write(_session.State.Interceptions[id]));
        var reborn = new ScriptedSession();
        reborn.After(TimeSpan.FromSeconds(30));
        reborn.Take(new SessionLoaded(SessionDocument.Of(_session.State), true, [stored]));

        Assert.Equal(_session.InterceptionOptions.ApprovalLifetime - TimeSpan.FromSeconds(30), reborn.Effects.OfType<StartTimer>().Single(timer => timer.Token == stored.Token).Due);
        Assert.Equal(PressResult.TookEffect, ((PressAnswer)reborn.Take(new ApprovalPressed(id, Megan, true, true)).Reply!).Result);
        Assert.Single(reborn.Effects.OfType<ClaimCall>());
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("  \n ", false)]
    [InlineData("The customer\nasked  for me", true)]
    public void A_reason_that_is_required_has_to_be_given(string? given, bool isTaken)
    {
        var id = Proposal(new InterceptionPolicy(ApprovalRule.None, ReasonRule.Required, []));

        var answer = Press(id, given);

        Assert.Equal(isTaken ? PressResult.TookEffect : PressResult.ReasonMissing, answer.Result);
        Assert.Equal(isTaken ? InterceptionStep.Claiming : InterceptionStep.Proposed, answer.Interception!.Step);
        Assert.Equal(isTaken ? "The customer asked for me" : null, answer.Interception.Reason);
    }

    [Fact]
    public void A_reason_is_one_of_the_list_where_there_is_one()
    {
        var id = Proposal(new InterceptionPolicy(ApprovalRule.None, ReasonRule.Required, ["Complaint", "Training"]));

        Assert.Equal(PressResult.ReasonMissing, Press(id, "complaint!").Result);
        Assert.Equal("Training", Press(id, "Training").Interception!.Reason);
    }

    [Fact]
    public void A_reason_too_long_to_be_kept_is_not_cut_but_asked_for_again()
    {
        var id = Proposal(new InterceptionPolicy(ApprovalRule.None, ReasonRule.Optional, []));

        Assert.Equal(PressResult.ReasonMissing, Press(id, new string('x', InterceptionPolicy.LongestReason + 1)).Result);
        Assert.Equal(PressResult.TookEffect, Press(id, null).Result);
    }

    [Fact]
    public void What_is_not_asked_for_is_not_kept()
    {
        var id = Proposal(InterceptionPolicy.Nothing);

        Assert.Null(Press(id, "anything").Interception!.Reason);
    }

    private Guid Asked()
    {
        var id = Proposal(s_second);
        Assert.Equal(PressResult.TookEffect, _session.Press(id).Result);
        return id;
    }

    private Guid Proposal(InterceptionPolicy policy) => _session.SignedIn().Monitoring().Propose(policy: policy);

    private PressAnswer Press(Guid id, string? reason) => (PressAnswer)_session.Take(new Pressed(id, Alex.AgentId, true) { Reason = reason }).Reply!;

    private PressAnswer Answer(Guid id, bool approve = true, bool mayApprove = true) =>
        (PressAnswer)_session.Take(new ApprovalPressed(id, Megan, mayApprove, approve)).Reply!;
}
