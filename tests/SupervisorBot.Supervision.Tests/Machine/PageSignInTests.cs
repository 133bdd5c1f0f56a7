using SupervisorBot.Gateway;
using SupervisorBot.Gateway.Events;
using SupervisorBot.Gateway.Monitoring;
using SupervisorBot.Gateway.Results;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Notices;
using SupervisorBot.Supervision.Sessions;
using SupervisorBot.Supervision.Sessions.Machine;
using SupervisorBot.Supervision.SigningIn;
using static SupervisorBot.Supervision.Tests.Machine.PageScript;
using static SupervisorBot.Supervision.Tests.Machine.ScriptedSession;

namespace SupervisorBot.Supervision.Tests.Machine;

/// <summary>Signing in over the page: a link, the gateway's answer, a code.</summary>
public sealed class PageSignInTests
{
    private readonly ScriptedSession _session = new ScriptedSession().WithoutPassword();

    private static Refused Elsewhere => new(new ResultCode(ResultCodes.AlreadySignedIn));

    [Fact]
    public void A_right_code_makes_the_session_usable_with_the_phone_that_was_typed()
    {
        _session.AwaitingCode();
        Assert.Equal(SessionStatus.AwaitingCode, _session.State.Status);
        Assert.Single(_session.Effects.OfType<StartPolling>());
        Assert.Single(_session.Effects.OfType<ForgetPassword>());

        Assert.Equal(CodeResult.Right, _session.Type(Code).Result);

        Assert.Equal((SessionStatus.SignedIn, Phone, null), (_session.State.Status, _session.State.Inspector.PhoneNumber, _session.State.Page));
        var told = _session.LastNotice<SignedInNotice>();
        Assert.Equal((true, true, new PasswordNews(false, 5)), (told.IsByPage, told.MayInspect!.Value, told.Password));
        Assert.Equal(CodeResult.NotAwaited, _session.Type(Code).Result);
    }

    [Fact]
    public void The_typed_phone_is_the_inspectors_until_the_session_ends_over_a_restart_too()
    {
        _session.AwaitingCode();
        _session.Type(Code);
        var reborn = _session.Reborn();
        Assert.Equal(Phone, reborn.State.Inspector.PhoneNumber);

        reborn.Ask(id => new SignOutRequested(id, Place), hasPassword: false);
        reborn.Answer(reborn.Last<SignOut>().Token);
        Assert.Equal(Alex.PhoneNumber, reborn.State.Inspector.PhoneNumber);
    }

    [Fact]
    public void Until_the_code_comes_everything_is_refused_but_a_sign_out()
    {
        _session.AwaitingCode();
        foreach (var request in new Func<string, SupervisionRequest>[]
        {
            id => new MonitorRequested(id, Place, Agent, MonitoringMode.Listen),
            id => new SignInRequested(id, Place),
            id => new SignInRequested(id, Place, TakeOver: true),
            id => new SignInLinkRequested(id, Place, Holder, Link(2), null),
            id => new SwitchRequested(id, Place, MonitoringMode.Insert),
            id => new StopRequested(id, Place),
            id => new HangUpRequested(id, Place),
        })
        {
            Assert.Equal(Refusal.AwaitingCode, _session.Ask(request, hasPassword: false).Refusal);
        }

        var proposal = new InterceptionProposal(Guid.NewGuid(), Agent, Call, Place);
        Assert.Equal(Refusal.AwaitingCode, ((ProposalAnswer)_session.Take(new Proposed(proposal, "", null, null)).Reply!).Refusal);
        Assert.Single(_session.Effects.OfType<SignIn>());

        Assert.True(_session.Ask(id => new SignOutRequested(id, Place), hasPassword: false).Accepted);
        _session.Answer(_session.Last<SignOut>().Token, new Unreachable(GatewayFault.Connection));
        Assert.Equal(SessionStatus.SignedOut, _session.State.Status);
        Assert.Single(_session.Effects.OfType<StopPolling>());
    }

    [Fact]
    public void A_link_is_used_once_and_only_the_latest_one_counts()
    {
        _session.Ask(id => new SignInLinkRequested(id, Place, Holder, Link(1), null), hasPassword: false);
        _session.Ask(id => new SignInLinkRequested(id, Place, Holder, Link(2), null), hasPassword: false);
        Assert.Equal(PageResult.NoLink, _session.Take(new PageSubmitted(Submission(1), CodeHash)).Reply);

        _session.Take(new PageSubmitted(Submission(2), CodeHash));
        Assert.Equal(PageResult.NoLink, _session.Take(new PageSubmitted(Submission(2), CodeHash)).Reply);
        _session.Take(new SignInAnswered(_session.Last<SignIn>().Token, null, true));
        Assert.Equal(PageResult.NoLink, _session.Take(new PageSubmitted(Submission(2), CodeHash)).Reply);
        Assert.Single(_session.Effects.OfType<SignIn>());
    }

    [Fact]
    public void A_link_is_no_good_from_its_deadline_on()
    {
        _session.Ask(id => new SignInLinkRequested(id, Place, Holder, Link(1), null), hasPassword: false);
        _session.After(_session.Limits.SignIn.LinkLifetime);
        Assert.Equal(PageResult.NoLink, _session.Take(new PageSubmitted(Submission(1), CodeHash)).Reply);
    }

    [Fact]
    public void A_refused_sign_in_leaves_the_link_and_too_many_use_it_up()
    {
        _session.Ask(id => new SignInLinkRequested(id, Place, Holder, Link(1), null), hasPassword: false);
        for (var i = 1; i <= _session.Limits.SignIn.PasswordTries; i++)
        {
            Assert.IsType<long>(_session.Take(new PageSubmitted(Submission(1), CodeHash)).Reply);
            _session.Take(new SignInAnswered(_session.Last<SignIn>().Token, new Refused(new ResultCode(ResultCodes.WrongPassword)), null));
            Assert.Equal((SessionStatus.SignedOut, i), (_session.State.Status, _session.Effects.OfType<ForgetPassword>().Count()));
            Assert.True(_session.LastNotice<SignInFailedNotice>().IsByPage);
        }

        Assert.Equal(PageResult.NoLink, _session.Take(new PageSubmitted(Submission(1), CodeHash)).Reply);
    }

    [Fact]
    public void Somebody_elses_code_is_an_ordinary_text_and_costs_no_try()
    {
        _session.AwaitingCode();
        Assert.Equal(CodeResult.NotAwaited, _session.Type(Code, Holder with { ObjectId = "somebody else" }).Result);
        Assert.Equal(CodeResult.NotAwaited, _session.Type(Code, Holder with { TenantId = "another tenant" }).Result);
        Assert.Equal(0, _session.State.Page!.WrongCodes);
        Assert.Equal(CodeResult.Right, _session.Type(Code).Result);
    }

    [Fact]
    public void Too_many_wrong_codes_sign_out_again()
    {
        _session.AwaitingCode();
        for (var left = _session.Limits.SignIn.CodeTries - 1; left > 0; left--)
        {
            Assert.Equal(new CodeAnswer(CodeResult.Wrong, left), _session.Type(WrongCode));
        }

        Assert.Equal(CodeResult.TooManyWrong, _session.Type(WrongCode).Result);
        Assert.Equal(CodeResult.NotAwaited, _session.Type(Code).Result);
        _session.Answer(_session.Last<SignOut>().Token);
        Assert.Equal((SessionStatus.SignedOut, ProblemKind.CodesWrong), (_session.State.Status, _session.LastNotice<SignedOutNotice>().Cause!.Kind));
    }

    [Fact]
    public void Without_its_code_a_sign_in_is_ended_at_its_deadline_even_where_the_gateway_does_not_answer()
    {
        _session.AwaitingCode();
        _session.After(_session.Limits.SignIn.CodeLifetime);
        _session.Fire(_session.Last<StartTimer>().Token);
        Assert.Equal(SessionStatus.SigningOut, _session.State.Status);
        _session.Answer(_session.Last<SignOut>().Token, new Unknown(GatewayFault.Timeout));

        Assert.Equal((SessionStatus.SignedOut, ProblemKind.CodeNotTyped), (_session.State.Status, _session.LastNotice<SignedOutNotice>().Cause!.Kind));
        Assert.Single(_session.Effects.OfType<StopPolling>());
    }

    [Fact]
    public void A_code_that_comes_before_its_timer_but_after_its_deadline_is_too_late()
    {
        _session.AwaitingCode();
        _session.After(_session.Limits.SignIn.CodeLifetime);
        Assert.Equal(CodeResult.TooLate, _session.Type(Code).Result);
        Assert.Equal(SessionStatus.SigningOut, _session.State.Status);
    }

    [Fact]
    public void Nothing_is_forced_before_the_code_and_the_press()
    {
        _session.AwaitingCode(Elsewhere);
        Assert.Empty(_session.Effects.OfType<StartPolling>());
        Assert.Empty(_session.Effects.OfType<ForgetPassword>());
        Assert.Equal(Refusal.AwaitingCode, _session.Ask(id => new SignInRequested(id, Place, TakeOver: true), hasPassword: false).Refusal);

        Assert.Equal(CodeResult.Right, _session.Type(Code).Result);
        Assert.Equal(SessionStatus.SignedOut, _session.State.Status);
        Assert.Equal(ResultCodes.AlreadySignedIn, _session.LastNotice<SignInFailedNotice>().Problem.Code);
        Assert.DoesNotContain(_session.Effects.OfType<SignIn>(), signIn => signIn.TakeOver);

        Assert.True(_session.Ask(id => new SignInRequested(id, Place, TakeOver: true), hasPassword: false).Accepted);
        Assert.Equal((true, Phone), (_session.Last<SignIn>().TakeOver, _session.Last<SignIn>().Phone));
        _session.Take(new SignInAnswered(_session.Last<SignIn>().Token, null, true));
        Assert.Equal((SessionStatus.SignedIn, Phone), (_session.State.Status, _session.State.Inspector.PhoneNumber));
        Assert.Single(_session.Effects.OfType<ForgetPassword>());
    }

    [Fact]
    public void A_take_over_that_is_not_chosen_in_time_is_forgotten()
    {
        _session.AwaitingCode(Elsewhere);
        _session.Type(Code);
        _session.After(_session.Limits.SignIn.CodeLifetime);
        _session.Fire(_session.Last<StartTimer>().Token);

        Assert.Single(_session.Effects.OfType<ForgetPassword>());
        Assert.Equal(ProblemKind.TakeOverNotChosen, _session.LastNotice<SignedOutNotice>().Cause!.Kind);
        Assert.Equal(Refusal.NoPassword, _session.Ask(id => new SignInRequested(id, Place, TakeOver: true), hasPassword: false).Refusal);
    }

    [Fact]
    public void A_press_after_the_deadline_takes_nothing_over()
    {
        _session.AwaitingCode(Elsewhere);
        _session.Type(Code);
        _session.After(_session.Limits.SignIn.CodeLifetime);
        Assert.Equal(Refusal.NoPassword, _session.Ask(id => new SignInRequested(id, Place, TakeOver: true), hasPassword: false).Refusal);
        Assert.Single(_session.Effects.OfType<SignIn>());
    }

    [Fact]
    public void A_session_found_waiting_for_its_code_waits_on_for_what_is_left_and_takes_it()
    {
        _session.AwaitingCode();
        _session.Type(WrongCode);
        var reborn = _session.Reborn(TimeSpan.FromMinutes(1));

        Assert.Equal((SessionStatus.AwaitingCode, 1), (reborn.State.Status, reborn.State.Page!.WrongCodes));
        Assert.Single(reborn.Effects.OfType<StartPolling>());
        Assert.Equal(_session.Limits.SignIn.CodeLifetime - TimeSpan.FromMinutes(1), reborn.Last<StartTimer>().Due);
        Assert.Equal(CodeResult.Right, reborn.Type(Code).Result);
        Assert.Equal(new PasswordNews(false, 5), reborn.LastNotice<SignedInNotice>().Password);
    }

    [Fact]
    public void A_session_found_after_its_deadline_is_signed_out_and_its_code_does_nothing()
    {
        _session.AwaitingCode();
        var reborn = _session.Reborn(_session.Limits.SignIn.CodeLifetime);

        Assert.Equal(CodeResult.NotAwaited, reborn.Type(Code).Result);
        Assert.Single(reborn.Effects.OfType<SignOut>());
        var again = reborn.Reborn();
        again.Answer(again.Last<SignOut>().Token);
        Assert.Equal((SessionStatus.SignedOut, ProblemKind.CodeNotTyped), (again.State.Status, again.LastNotice<SignedOutNotice>().Cause!.Kind));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_a_restart_lost_is_told(bool isElsewhere)
    {
        _session.AwaitingCode(isElsewhere ? Elsewhere : null);
        var reborn = _session.Reborn(hasCredentials: false);

        Assert.Equal((SessionStatus.SignedOut, null), (reborn.State.Status, reborn.State.Page));
        Assert.Equal(isElsewhere, reborn.Notices.OfType<SignInFailedNotice>().Any(notice => notice is { IsByPage: true, Problem.Kind: ProblemKind.BotRestarted }));
        Assert.Equal(!isElsewhere, reborn.Notices.OfType<SignedOutNotice>().Any(notice => notice.Cause!.Kind == ProblemKind.SessionEnded));
        Assert.Equal(CodeResult.NotAwaited, reborn.Type(Code).Result);
    }

    [Fact]
    public void A_link_outlives_a_restart_a_sign_in_under_way_does_not()
    {
        _session.Ask(id => new SignInLinkRequested(id, Place, Holder, Link(1), "de-DE"), hasPassword: false);
        var reborn = _session.Reborn();
        Assert.Equal("de-DE", reborn.State.Page!.Locale);
        Assert.IsType<long>(reborn.Take(new PageSubmitted(Submission(1), CodeHash)).Reply);

        var again = reborn.Reborn();
        Assert.True(again.LastNotice<SignInFailedNotice>().IsByPage);
        Assert.Equal(PageResult.NoLink, again.Take(new PageSubmitted(Submission(1), CodeHash)).Reply);
    }

    [Fact]
    public void A_session_that_ends_at_the_gateway_while_its_code_is_awaited_is_told()
    {
        _session.AwaitingCode();
        _session.Happens(new ShutdownEvent("AgentOther_ShutdownService", 1001, null, null));
        Assert.Equal((SessionStatus.SignedOut, ProblemKind.SignedOutElsewhere), (_session.State.Status, _session.LastNotice<SignedOutNotice>().Cause!.Kind));
    }

    [Fact]
    public void A_kept_password_signs_in_again_and_is_forgotten_with_a_sign_out()
    {
        var limits = new SessionLimits(new SessionOptions { SignInAgain = true }, new InterceptionOptions(), new GatewayOptions()) { SignIn = new SignInOptions { KeepPassword = true } };
        var session = new ScriptedSession(limits).WithoutPassword().AwaitingCode();
        session.Type(Code);
        Assert.Empty(session.Effects.OfType<ForgetPassword>());

        session.Take(new PollFailed(new Refused(new ResultCode(ResultCodes.NotSignedIn)), 1, TimeSpan.Zero));
        Assert.Equal((SessionStatus.SigningIn, Phone), (session.State.Status, session.Last<SignIn>().Phone));
        session.Take(new SignInAnswered(session.Last<SignIn>().Token, null, true));
        Assert.True(session.State is { IsSignedIn: true, KeepsPassword: true });

        session.Ask(id => new SignOutRequested(id, Place), hasPassword: false);
        session.Answer(session.Last<SignOut>().Token);
        Assert.Single(session.Effects.OfType<ForgetPassword>());
        Assert.False(session.State.KeepsPassword);
    }

    [Fact]
    public void A_code_that_waits_is_never_signed_in_again_by_itself()
    {
        var limits = new SessionLimits(new SessionOptions { SignInAgain = true }, new InterceptionOptions(), new GatewayOptions()) { SignIn = new SignInOptions { KeepPassword = true } };
        var session = new ScriptedSession(limits).WithoutPassword().AwaitingCode();
        session.Take(new PollFailed(new Refused(new ResultCode(ResultCodes.NotSignedIn)), 1, TimeSpan.Zero));
        Assert.Equal(SessionStatus.SignedOut, session.State.Status);
        Assert.Single(session.Effects.OfType<SignIn>());
        Assert.Single(session.Effects.OfType<ForgetPassword>());
    }

    [Fact]
    public void What_holds_a_secret_of_the_page_does_not_show_it()
    {
        object[] holders = [Submission(1), Password, new TypedCode(Code, Holder, Place), new PageSubmitted(Submission(1), CodeHash), new PageAnswer(PageResult.SignedIn) { Code = Code }];
        Assert.All(holders, holder => Assert.DoesNotContain(Code, holder.ToString(), StringComparison.Ordinal));
        Assert.All(holders, holder => Assert.DoesNotContain(Link(1), holder.ToString(), StringComparison.Ordinal));
    }
}
