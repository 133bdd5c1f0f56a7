using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Forcing;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Notices;
using SupervisorBot.Supervision.Sessions;
using SupervisorBot.Supervision.Sessions.Machine;
using SupervisorBot.Supervision.Talk;
using SupervisorBot.Tests.Properties;

namespace SupervisorBot.Supervision.Tests.Machine;

/// <summary>What holds for a session whatever comes to it, in whatever order, over any number of the bot's lives.</summary>
public sealed class SessionMachineProperties
{
    private const int Stories = 1500;

    [Fact]
    public void An_intercept_is_sent_once_at_most_confirmed_claimed_and_stored_as_sending()
    {
        var sent = 0;
        Property.Holds(Story.Any, Stories, story =>
        {
            HashSet<Guid> left = [];
            HashSet<Guid> granted = [];
            HashSet<Guid> pressed = [];
            new RandomSession((input, before, turn) =>
            {
                Note(input, turn, granted, pressed);
                foreach (var send in turn.Effects.OfType<SendIntercept>())
                {
                    sent++;
                    Assert.True(left.Add(send.OperationId), "A second intercept for one operation.");
                    Assert.Contains(send.OperationId, pressed);
                    Assert.Contains(send.OperationId, granted);
                    var stored = Assert.Single(turn.Changed, record => record.View.OperationId == send.OperationId);
                    Assert.Equal((InterceptionStep.Sending, turn.Now), (stored.View.Step, stored.View.SentAt));
                    Assert.Equal((stored.View.WorkNo, stored.View.CallId, stored.Token), (send.WorkNo, send.CallId, send.Token));
                    Assert.Null(before.Talk);
                    Assert.NotEqual(InterceptionStep.Decided, before.Interceptions[send.OperationId].View.Step);
                }
            }).Play(story);
        });

        Assert.True(sent > Stories / 10, $"Only {sent} intercepts were sent: the stories show too little.");
    }

    [Fact]
    public void Nothing_is_begun_that_needs_an_approval_and_has_none_of_somebody_else()
    {
        var approved = 0;
        Property.Holds(Story.Any, Stories, story => new RandomSession((_, _, turn) =>
        {
            foreach (var claim in turn.Effects.OfType<ClaimCall>())
            {
                var view = turn.State.Interceptions[claim.OperationId].View;
                Assert.True(InterceptionPolicy.TryReadReason(view, view.Reason, out _));
                if (view.Approval != ApprovalRule.None)
                {
                    approved++;
                    Assert.True(view.Answer is { Approved: true } answer && answer.AgentId != view.Inspector.AgentId);
                }
            }
        }).Play(story));

        Assert.True(approved > 0, "Nothing was approved: the stories show too little.");
    }

    [Fact]
    public void What_was_decided_stays_decided_but_for_what_the_gateway_shows_late()
    {
        Dictionary<InterceptionOutcome, int> seen = [];
        var corrected = 0;
        Property.Holds(Story.Any, Stories, story =>
        {
            Dictionary<Guid, InterceptionView> decided = [];
            new RandomSession((_, _, turn) =>
            {
                foreach (var view in turn.Changed.Select(record => record.View))
                {
                    if (decided.TryGetValue(view.OperationId, out var first))
                    {
                        Assert.Equal(InterceptionStep.Decided, view.Step);
                        Assert.Contains(first.Outcome!.Value, new[] { InterceptionOutcome.Unknown, InterceptionOutcome.NotDone });
                        Assert.True(
                            view.Outcome == InterceptionOutcome.Done
                                || (first.Outcome == InterceptionOutcome.Unknown && view.Outcome is InterceptionOutcome.NotDone or InterceptionOutcome.Refused),
                            $"{first.Outcome} became {view.Outcome}.");
                        corrected++;
                    }

                    Assert.Equal(view.Step == InterceptionStep.Decided, view.Outcome is not null);
                    if (view.Outcome is { } outcome)
                    {
                        decided[view.OperationId] = view;
                        seen[outcome] = seen.GetValueOrDefault(outcome) + 1;
                    }
                }
            }).Play(story);
        });

        Assert.Equal(Enum.GetValues<InterceptionOutcome>(), seen.Keys.Order());
        Assert.True(corrected > 0, "No talk began late.");
    }

    [Fact]
    public void Not_done_is_never_said_of_a_sent_intercept_before_the_talks_time_is_over_nor_unreachable_of_one_that_may_have_left() =>
        Property.Holds(Story.Any, Stories, story => new RandomSession((input, before, turn) =>
        {
            foreach (var view in turn.Changed.Select(record => record.View).Where(view => view.SentAt is not null))
            {
                if (view.Outcome is InterceptionOutcome.NotDone)
                {
                    Assert.True(turn.Now >= view.SentAt + RandomSession.TalkingTimeout, "Not done was said while the intercept may still be on its way.");
                }

                if (view.Outcome is InterceptionOutcome.Unreachable)
                {
                    // Only the answer that the request never left the bot says so.
                    Assert.Equal(InterceptionStep.Sending, before.Interceptions[view.OperationId].View.Step);
                    Assert.IsType<Gateway.Results.Unreachable>(Assert.IsType<OperationAnswered>(input).Failure);
                }
            }
        }).Play(story));

    [Fact]
    public void A_redelivered_request_does_nothing_and_gets_the_first_answer() => Property.Holds(Story.Any, Stories, story =>
    {
        Dictionary<string, Receipt> answers = [];
        new RandomSession((input, before, turn) =>
        {
            switch (input)
            {
                case SessionLoaded:
                    answers.Clear();
                    break;
                case Asked asked when answers.TryGetValue(asked.Request.RequestId, out var first):
                    Assert.Equal(first with { Repeated = true }, turn.Reply);
                    Assert.Empty(turn.Effects);
                    Assert.Same(before, turn.State);
                    break;
                case Asked asked:
                    answers[asked.Request.RequestId] = Assert.IsType<Receipt>(turn.Reply);
                    break;
                case Proposed { Proposal: var proposal } when before.Interceptions.ContainsKey(proposal.OperationId):
                    Assert.Empty(turn.Effects);
                    Assert.Empty(turn.Changed);
                    break;
                case Pressed pressed when before.Interceptions.GetValueOrDefault(pressed.OperationId)?.View is not { AwaitsPress: true }:
                    Assert.Empty(turn.Effects);
                    Assert.Same(before, turn.State);
                    break;
                default:
                    break;
            }
        }).Play(story);
    });

    [Fact]
    public void What_is_done_to_a_talk_or_an_agent_is_sent_once_for_a_request_and_settled_or_let_go()
    {
        var sent = 0;
        Property.Holds(Story.Any, Stories, story =>
        {
            HashSet<string> left = [];
            HashSet<string> told = [];
            new RandomSession((input, before, turn) =>
            {
                if (turn.Effects.Any(effect => effect is MoveTalk or TransferTalk or ForceAgent or DropAgentsCall))
                {
                    sent++;
                    Assert.True(left.Add(Assert.IsType<Asked>(input).Request.RequestId), "It was sent a second time.");
                }

                foreach (var id in turn.Notices.Select(RequestOf).OfType<string>())
                {
                    Assert.True(told.Add(id), "What came of it was told twice.");
                }

                if (before.Pending?.Request is TalkMoveRequested or TransferRequested or ForceRequested or DropRequested && turn.State.Pending is null)
                {
                    Assert.Contains(before.Pending.Request.RequestId, told);
                }
            }).Play(story);
        });

        Assert.True(sent > Stories / 20, $"Only {sent} were sent: the stories show too little.");
    }

    private static string? RequestOf(SupervisionNotice notice) => notice switch
    {
        RequestDoneNotice done => done.Request.RequestId,
        RequestFailedNotice { Request: TalkMoveRequested or TransferRequested or ForceRequested or DropRequested } failed => failed.Request.RequestId,
        _ => null,
    };

    [Fact]
    public void A_press_of_somebody_else_does_nothing() => Property.Holds(Story.Any, Stories / 3, story => new RandomSession((input, before, turn) =>
    {
        if (input is Pressed pressed && pressed.PresserAgentId != ScriptedSession.Alex.AgentId)
        {
            Assert.Empty(turn.Effects);
            Assert.Same(before, turn.State);
        }
    }).Play(story));

    [Fact]
    public void What_is_known_of_a_session_fits_together_after_every_turn() => Property.Holds(Story.Any, Stories, story =>
    {
        Dictionary<Guid, int> versions = [];
        new RandomSession((_, before, turn) =>
        {
            var state = turn.State;
            Assert.All(turn.Effects.Select(TokenOf).OfType<long>(), token => Assert.InRange(token, before.LastToken + 1, state.LastToken));
            foreach (var record in turn.Changed)
            {
                Assert.Equal(versions.GetValueOrDefault(record.View.OperationId) + 1, record.Version);
                versions[record.View.OperationId] = record.Version;
                Assert.True(record.Token <= state.LastToken, "A step has a number that was not given.");
            }

            Assert.All(state.Interceptions.Values, record => Assert.Equal(
                record.View.OperationId == state.Active, record.View is { AwaitsPress: false, Step: not InterceptionStep.Decided }));
            if (state.Status == SessionStatus.SignedOut)
            {
                Assert.Equal((null, null, null, null, null), (state.Pending, state.Monitoring, state.Talk, state.Active, state.Recheck));
            }
        }).Play(story);
    });

    /// <summary>The number of the step that waits for the effect's answer: one that no other step has.</summary>
    private static long? TokenOf(SessionEffect effect) => effect switch
    {
        SignIn signIn => signIn.Token,
        SignOut signOut => signOut.Token,
        StartMonitoring start => start.Token,
        SwitchMode change => change.Token,
        StopMonitoring stop => stop.Token,
        CheckCall check => check.Token,
        SendIntercept send => send.Token,
        ReadBack read => read.Token,
        HangUp hangUp => hangUp.Token,
        MoveTalk move => move.Token,
        TransferTalk transfer => transfer.Token,
        ForceAgent force => force.Token,
        DropAgentsCall drop => drop.Token,
        _ => null,
    };

    private static void Note(SessionInput input, SessionTurn turn, HashSet<Guid> granted, HashSet<Guid> pressed)
    {
        switch (input)
        {
            case ClaimAnswered { Answer.Granted: true } claimed:
                granted.Add(claimed.OperationId);
                break;
            case Pressed { Confirm: true } press when turn.Reply is PressAnswer { Result: PressResult.TookEffect }:
                pressed.Add(press.OperationId);
                break;
            default:
                break;
        }
    }
}
