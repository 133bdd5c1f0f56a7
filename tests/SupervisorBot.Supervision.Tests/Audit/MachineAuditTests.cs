using SupervisorBot.Gateway.Monitoring;
using SupervisorBot.Gateway.Results;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Sessions.Machine;
using SupervisorBot.Supervision.Tests.Machine;

namespace SupervisorBot.Supervision.Tests.Audit;

/// <summary>What the turns of a session write down for good.</summary>
public sealed class MachineAuditTests
{
    [Fact]
    public void A_sign_in_that_the_gateway_refuses_carries_its_code()
    {
        var session = new ScriptedSession();
        session.Ask(id => new SignInRequested(id, ScriptedSession.Place, TakeOver: true));
        session.Take(new SignInAnswered(session.Last<SignIn>().Token, new Refused(new ResultCode("100-002")), null));

        Is(session, "SignIn Asked TakeOver", "SignIn Answered 100-002 Refused", "SignIn Decided Failed 100-002 Refused");
    }

    [Fact]
    public void A_sign_out_and_the_loss_of_a_session_end_the_sign_in()
    {
        var session = Signed();
        session.Ask(id => new SignOutRequested(id, ScriptedSession.Place));
        session.Answer(session.Last<SignOut>().Token);
        Is(session, "SignOut Asked", "SignOut Answered 0", "SignIn Ended Asked");

        var lost = Signed();
        lost.Take(new PollFailed(new Unreachable(default), 1, TimeSpan.FromHours(1)));
        Assert.Contains("SignIn Ended Unreachable", AuditLines.Of(lost.Audited));
    }

    [Fact]
    public void A_request_that_comes_again_is_written_down_once()
    {
        var session = Signed();
        var request = new MonitorRequested("the-same", ScriptedSession.Place, ScriptedSession.Agent, MonitoringMode.Whisper);
        session.Take(new Asked(request, "", true));
        session.Take(new Asked(request, "", true));

        Is(session, "Whisper Asked");
        Assert.Equal(ScriptedSession.Agent, session.Audited[0].WorkNo);
        Assert.Equal(session.Now, session.Audited[0].At);
    }

    [Fact]
    public void A_refused_request_tells_why()
    {
        var session = Signed();
        session.Ask(id => new StopRequested(id, ScriptedSession.Place));
        session.Ask(id => new MonitorRequested(id, ScriptedSession.Place, 1001, MonitoringMode.Listen));

        Is(session, "Stop Refused NotMonitoring", "Listen Refused Self");
    }

    [Fact]
    public void Listening_switching_and_stopping_are_told_with_their_answers()
    {
        var session = Signed().Monitoring();
        session.Ask(id => new SwitchRequested(id, ScriptedSession.Place, MonitoringMode.Insert));
        session.Answer(session.Last<SwitchMode>().Token);
        session.Ask(id => new StopRequested(id, ScriptedSession.Place));
        session.Refuse(session.Last<StopMonitoring>().Token, "900-005");
        session.Ask(id => new StopRequested(id, ScriptedSession.Place));
        session.Answer(session.Last<StopMonitoring>().Token);
        session.Happens(ScriptedSession.PhoneReleased());

        Is(
            session,
            "Listen Asked", "Listen Answered 0", "Listen Started",
            "Switch Asked Insert", "Switch Changed Insert", "Switch Answered 0",
            "Stop Asked", "Stop Answered 900-005 Refused", "Stop Asked", "Stop Answered 0", "Insert Ended Asked");
        Assert.All(session.Audited, entry => Assert.Equal(ScriptedSession.Agent, entry.WorkNo));
    }

    [Fact]
    public void A_phone_that_is_not_picked_up_ends_the_listening_as_failed()
    {
        var session = Signed();
        session.Ask(id => new MonitorRequested(id, ScriptedSession.Place, ScriptedSession.Agent, MonitoringMode.Listen));
        session.Answer(session.Last<StartMonitoring>().Token);
        session.Happens(ScriptedSession.Alerting());
        session.Happens(ScriptedSession.PhoneReleased());

        Is(session, "Listen Asked", "Listen Answered 0", "Listen Ended Failed PhoneNotPickedUp");
    }

    [Fact]
    public void A_proposal_that_is_cancelled_or_expires_is_told_so()
    {
        var session = Signed();
        session.Press(session.Propose(), confirm: false);
        session.Propose();
        session.Fire(session.Last<StartTimer>().Token);

        Is(
            session,
            "Intercept Asked", "Intercept Cancelled Cancelled", "Intercept Asked", "Intercept Expired Expired");
    }

    [Fact]
    public void A_proposal_that_is_not_taken_is_told_with_its_reason()
    {
        var session = new ScriptedSession();
        var id = Guid.NewGuid();
        session.Take(new Proposed(new InterceptionProposal(id, ScriptedSession.Agent, ScriptedSession.Call, ScriptedSession.Place), "", null, null));

        Is(session, "Intercept Refused NotSignedIn");
        Assert.Equal((ScriptedSession.Agent, ScriptedSession.Call, id), (session.Audited[0].WorkNo, session.Audited[0].CallId, session.Audited[0].OperationId));
    }

    [Fact]
    public void An_intercept_that_the_gateway_refuses_carries_its_code_and_the_listening_that_was_begun_for_it_is_its_own()
    {
        var session = Signed();
        var id = session.Propose();
        session.Press(id);
        session.Claimed(id);
        session.Answer(session.Last<StartMonitoring>().Token);
        session.Happens(ScriptedSession.Alerting());
        session.Happens(ScriptedSession.OffHook());
        session.Take(new CallChecked(session.Last<CheckCall>().Token, [ScriptedSession.Call], null));
        session.Refuse(session.Last<SendIntercept>().Token, "900-007");

        Is(
            session,
            "Intercept Asked", "Intercept Confirmed", "Listen Asked", "Listen Answered 0", "Listen Started",
            "Intercept Sent", "Listen Ended Detached", "Intercept Answered 900-007 Refused", "Intercept Decided Refused 900-007 Refused");
        Assert.All(session.Audited, entry => Assert.Equal(id, entry.OperationId));
    }

    [Fact]
    public void A_talk_that_comes_before_the_intercepts_answer_does_not_swallow_its_code()
    {
        var session = new ScriptedSession();
        session.Sent();
        session.Audited.Clear();
        var token = session.Last<SendIntercept>().Token;
        session.Talking();
        session.Answer(token);

        Is(session, "Listen Ended Intercepted", "Intercept Decided Done", "Intercept Started", "Intercept Answered 0");
    }

    [Fact]
    public void What_was_written_down_before_a_restart_is_not_written_again()
    {
        var session = new ScriptedSession();
        session.Sent();

        var reborn = session.Reborn();

        Assert.Empty(reborn.Audited);
    }

    private static ScriptedSession Signed()
    {
        var session = new ScriptedSession().SignedIn();
        session.Audited.Clear();
        return session;
    }

    private static void Is(ScriptedSession session, params string[] lines)
    {
        Assert.Equal(lines, AuditLines.Of(session.Audited));
        Assert.All(session.Audited, entry => Assert.Equal((ScriptedSession.Alex.EntraObjectId, 1001), (entry.Actor.ObjectId, entry.Actor.AgentId)));
    }
}
