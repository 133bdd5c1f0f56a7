using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Notices;
using SupervisorBot.Supervision.Sessions;
using SupervisorBot.Supervision.Sessions.Machine;

namespace SupervisorBot.Supervision.Tests.Machine;

/// <summary>What a session does when something is taken away from its inspector.</summary>
public sealed class AccessTests
{
    private readonly ScriptedSession _session = new();

    [Fact]
    public void A_permission_that_is_gone_before_the_claim_sends_nothing()
    {
        var id = _session.SignedIn().Monitoring().Propose();
        _session.Press(id);
        _session.Take(new ClaimAnswered(id, null, new Problem(ProblemKind.NotPermitted)));

        Assert.Empty(_session.Effects.OfType<SendIntercept>());
        var view = _session.State.Interceptions[id].View;
        Assert.Equal((InterceptionOutcome.NotPermitted, ProblemKind.NotPermitted), (view.Outcome, view.Problem!.Kind));
        Assert.Null(_session.State.Active);
    }

    [Fact]
    public void A_permission_that_is_gone_while_the_phone_rang_sends_nothing_and_takes_the_inspector_off_the_call()
    {
        var id = _session.SignedIn().Propose();
        _session.Press(id);
        _session.Claimed(id);
        _session.Happens(ScriptedSession.OffHook());
        var check = _session.Last<CheckCall>();
        _session.Take(new CallChecked(check.Token, [ScriptedSession.Call], null, new Problem(ProblemKind.OtherTeam)));

        Assert.Empty(_session.Effects.OfType<SendIntercept>());
        Assert.Equal(InterceptionOutcome.NotPermitted, _session.State.Interceptions[id].View.Outcome);
        Assert.Single(_session.Effects.OfType<StopMonitoring>());
        Assert.Null(_session.State.Monitoring);
    }

    [Fact]
    public void Who_is_no_inspector_any_more_is_signed_out_and_told_why()
    {
        var id = _session.SignedIn().Monitoring().Propose();
        _session.Take(new Dismissed());

        var signOut = _session.Last<SignOut>();
        Assert.Equal(ScriptedSession.Agent, signOut.MonitoredWorkNo);
        Assert.Equal(InterceptionOutcome.NotPermitted, _session.State.Interceptions[id].View.Outcome);
        _session.Answer(signOut.Token);
        Assert.Equal(SessionStatus.SignedOut, _session.State.Status);
        Assert.Equal(ProblemKind.NotListed, _session.Notices.OfType<SignedOutNotice>().Single().Cause!.Kind);
    }

    [Fact]
    public void A_talk_with_a_customer_is_not_cut_off_and_the_sign_out_follows_it()
    {
        _session.Sent();
        _session.Talking();
        _session.Take(new Dismissed());
        Assert.Empty(_session.Effects.OfType<SignOut>());

        _session.Happens(ScriptedSession.PhoneReleased());
        _session.Take(new Dismissed());
        Assert.Single(_session.Effects.OfType<SignOut>());
    }

    [Fact]
    public void An_intercept_that_has_left_is_waited_for_before_the_sign_out()
    {
        _session.Sent();
        _session.Take(new Dismissed());
        Assert.Empty(_session.Effects.OfType<SignOut>());
        Assert.NotNull(_session.State.Active);
    }

    [Fact]
    public void A_sign_out_that_fails_is_tried_again_and_nobody_is_told()
    {
        _session.SignedIn();
        _session.Take(new Dismissed());
        _session.Refuse(_session.Last<SignOut>().Token, "100-010");
        Assert.Equal(SessionStatus.SignedIn, _session.State.Status);
        Assert.Empty(_session.Notices.OfType<RequestFailedNotice>());

        _session.Take(new Dismissed());
        Assert.Equal(2, _session.Effects.OfType<SignOut>().Count());
    }
}
