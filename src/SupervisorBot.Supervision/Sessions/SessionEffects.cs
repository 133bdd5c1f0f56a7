using SupervisorBot.Gateway.Calls;
using SupervisorBot.Gateway.Monitoring;
using SupervisorBot.Gateway.Push;
using SupervisorBot.Gateway.Results;
using SupervisorBot.Gateway.Sessions;
using SupervisorBot.Supervision.Access;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Sessions.Events;
using SupervisorBot.Supervision.Sessions.Machine;
using SupervisorBot.Supervision.Sessions.Stored;
using SupervisorBot.Supervision.SigningIn;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Supervision.Sessions;

/// <summary>Carries out what a turn wants done. Nothing here is waited for by a turn; each answer is posted to the mailbox.</summary>
internal sealed class SessionEffects(
    InspectorAccount account, SessionServices services, InspectorSession mailbox, CancellationToken stopping) : IDisposable
{
    private static readonly TimeSpan ReleasePause = TimeSpan.FromMilliseconds(200);

    private readonly AgentActs _agents = new(services.Force);
    private readonly HashSet<ITimer> _timers = [];

    /// <summary>One at a time: a sign-out that is late must not end the sign-in that came after it.</summary>
    private readonly SemaphoreSlim _signing = new(1, 1);
    private EventSource? _events;

    /// <summary>The password that was typed on the sign-in page, for as long as it may be held.</summary>
    private SealedPassword? _held;
    private bool _wasHeldPasswordRead;
    private PushSecret? _push;
    private string? _credentials;
    private volatile bool _areCredentialsOld = true;

    public GatewaySession? Gateway { get; private set; }

    public string? Vcc { get; private set; }

    /// <summary>Goes on with what the gateway knew the session by.</summary>
    /// <param name="stored">What was stored.</param>
    /// <returns>Whether the gateway can be asked with it.</returns>
    public bool Resume(string? stored)
    {
        if (CredentialsDocument.TryRead(stored) is not { } credentials || credentials.Gateway.AgentId != account.Inspector.AgentId)
        {
            return false;
        }

        var gateway = Open();
        gateway.Import(credentials.Gateway);
        (Gateway, Vcc, _push, _held) = (gateway, credentials.Gateway.VdnId, credentials.Push, credentials.Password);
        return true;
    }

    /// <summary>Whether a password is held that was typed on the sign-in page.</summary>
    public bool HoldsPassword => _held is not null;

    /// <summary>What the gateway knows the session by, to be stored.</summary>
    /// <param name="withPassword">Whether a password that is held is to be kept with it.</param>
    public string? ReadCredentials(bool withPassword)
    {
        if (_areCredentialsOld || withPassword != _wasHeldPasswordRead)
        {
            (_areCredentialsOld, _wasHeldPasswordRead) = (false, withPassword);
            _credentials = Gateway?.Export() is { } exported
                ? new CredentialsDocument(exported) { Push = _push, Password = withPassword ? _held : null }.Write()
                : null;
        }

        return _credentials;
    }

    /// <summary>Takes an event that the gateway sent, where it knows the session's secrets.</summary>
    public PushAnswer Take(string pathPart, string? serviceToken, ReadOnlySpan<byte> body, string? charset)
    {
        if (_push is not { } secret || !secret.IsPathPart(pathPart) || (serviceToken is not null && !secret.IsServiceToken(serviceToken)))
        {
            return PushAnswer.NotKnown;
        }

        if (!PushedEvent.TryRead(body, charset, out var gatewayEvent))
        {
            return PushAnswer.Unreadable;
        }

        return gatewayEvent is null || mailbox.Post(new EventArrived(gatewayEvent)) ? PushAnswer.Taken : throw new SessionMovedException();
    }

    /// <summary>Starts one effect.</summary>
    /// <param name="effect">What to do.</param>
    /// <param name="decidedAt">The timestamp at which the turn that wants it was begun.</param>
    public void CarryOut(SessionEffect effect, long decidedAt)
    {
        switch (effect)
        {
            case StartTimer timer:
                Start(timer);
                break;
            case StartPolling:
                _events = (_push is null
                    ? (EventSource)new EventPoll(Gateway!, services, mailbox.Post)
                    : new EventPush(Gateway!, _push.ServiceToken, services, mailbox.Post)).Start();
                break;
            case ForgetPassword:
                _held = null;
                break;
            case StopPolling:
                EndPolling();
                break;
            default:
                _ = RunAsync(effect, decidedAt);
                break;
        }
    }

    /// <summary>Stops the reading of events at once.</summary>
    public void EndPolling() => _ = EndPollingAsync();

    /// <summary>Stops the reading of events, and waits until it has ended.</summary>
    public async Task EndPollingAsync()
    {
        if (Interlocked.Exchange(ref _events, null) is { } events)
        {
            await events.DisposeAsync();
        }
    }

    /// <summary>Signs out while the bot stops.</summary>
    /// <returns>Whether the gateway did so.</returns>
    public async Task<bool> SignOutNowAsync(TimeSpan limit)
    {
        if (Gateway is not { } gateway)
        {
            return false;
        }

        using var timeout = new CancellationTokenSource(limit, services.Time);
        try
        {
            if (mailbox.State.Monitoring is { } monitoring)
            {
                await StopAsync(gateway, monitoring.View.WorkNo, monitoring.View.Mode, timeout.Token);
            }

            return (await gateway.SignOutAsync(timeout.Token)).IsSuccess;
        }
        catch (OperationCanceledException)
        {
            Log.SignOutOnStopTimedOut(services.Logger, account.Inspector.AgentId);
            return false;
        }
    }

    public void Dispose()
    {
        List<ITimer> timers;
        lock (_timers)
        {
            timers = [.. _timers];
            _timers.Clear();
        }

        timers.ForEach(timer => timer.Dispose());
    }

    private void Start(StartTimer effect)
    {
        ITimer? timer = null;
        lock (_timers)
        {
            timer = services.Time.CreateTimer(_ => Fire(), null, effect.Due, Timeout.InfiniteTimeSpan);
            _timers.Add(timer);
        }

        void Fire()
        {
            mailbox.Post(new TimerFired(effect.Token));
            lock (_timers)
            {
                _timers.Remove(timer!);
                timer!.Dispose();
            }
        }
    }

    private async Task RunAsync(SessionEffect effect, long decidedAt)
    {
        try
        {
            if (await AnswerAsync(effect, decidedAt) is { } answer)
            {
                mailbox.Post(answer);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The bot stops: nobody waits for this answer any more.
        }
        catch (Exception exception)
        {
            Log.EffectFailed(services.Logger, StoreUnavailableException.Unforeseen(exception), account.Inspector.AgentId, effect.GetType().Name);
            if (Unanswered(effect) is { } answer)
            {
                mailbox.Post(answer);
            }
        }
    }

    /// <summary>What a step hears whose effect broke: nobody knows whether it was carried out. No step may wait for ever.</summary>
    private static SessionInput? Unanswered(SessionEffect effect)
    {
        var unknown = new Unknown(GatewayFault.UnreadableAnswer);
        return effect switch
        {
            SignIn signIn => new SignInAnswered(signIn.Token, unknown, null),
            SignOut signOut => new OperationAnswered(signOut.Token, unknown),
            StartMonitoring start => new OperationAnswered(start.Token, unknown),
            SwitchMode change => new OperationAnswered(change.Token, unknown),
            StopMonitoring stop => new OperationAnswered(stop.Token, unknown),
            SendIntercept send => new OperationAnswered(send.Token, unknown),
            HangUp hangUp => new OperationAnswered(hangUp.Token, unknown),
            MoveTalk move => new OperationAnswered(move.Token, unknown),
            TransferTalk transfer => new OperationAnswered(transfer.Token, unknown),
            ReadTalk read => new TalkRead(read.Token, null, null, null),
            ForceAgent force => new AgentActed(force.Token, unknown),
            DropAgentsCall drop => new AgentActed(drop.Token, unknown),
            ClaimCall claim => new ClaimAnswered(claim.OperationId, null),
            CheckCall check => new CallChecked(check.Token, null, unknown),
            ReadBack readBack => new StateReadBack(readBack.Token, null, null, null),
            LookUpTalk lookUp => new TalkLookedUp(lookUp.Talking, null),
            _ => null,
        };
    }

    private async Task<SessionInput?> AnswerAsync(SessionEffect effect, long decidedAt)
    {
        switch (effect)
        {
            case SignIn signIn:
                return await OneAtATimeAsync(() => SignInAsync(signIn));
            case ClaimCall claim:
                return await WhyNotAsync(claim.WorkNo) is { } mayNot
                    ? new ClaimAnswered(claim.OperationId, null, mayNot)
                    : new ClaimAnswered(claim.OperationId, await ClaimAsync(claim));
            default:
                return Gateway is { } gateway ? await AskGatewayAsync(gateway, effect, decidedAt) : null;
        }
    }

    private Task<ClaimAnswer> ClaimAsync(ClaimCall claim)
    {
        var inspector = account.Inspector;
        var call = new CallKey(services.Gateway.BaseAddress!.Authority, Vcc ?? "", claim.CallId);
        var until = services.Time.GetUtcNow() + services.Limits.Interception.ClaimLifetime;
        return services.Claims.TryClaimAsync(call, claim.OperationId, inspector.AgentId, inspector.DisplayName, until, stopping);
    }

    private async Task<SessionInput?> AskGatewayAsync(GatewaySession gateway, SessionEffect effect, long decidedAt) => effect switch
    {
        SignOut signOut => new OperationAnswered(signOut.Token, await OneAtATimeAsync(() => SignOutAsync(gateway, signOut))),
        StartMonitoring start => new OperationAnswered(start.Token, (await StartAsync(gateway, start)).Failure),
        SwitchMode change => new OperationAnswered(change.Token, (await gateway.SwitchModeAsync(change.WorkNo, change.Mode, stopping)).Failure),
        StopMonitoring stop => new OperationAnswered(stop.Token, (await StopAsync(gateway, stop.WorkNo, stop.Mode, stopping)).Failure),
        SendIntercept send => new OperationAnswered(send.Token, (await InterceptAsync(gateway, send, decidedAt)).Failure),
        HangUp hangUp => new OperationAnswered(hangUp.Token, (await HangUpAsync(gateway, hangUp)).Failure),
        MoveTalk move => new OperationAnswered(move.Token, (await MoveAsync(gateway, move)).Failure),
        TransferTalk transfer => new OperationAnswered(transfer.Token, (await gateway.TransferAsync(Transfers.Of(transfer.To), stopping)).Failure),
        ReadTalk read => await ReadTalkAsync(gateway, read),
        ForceAgent force => await _agents.ForceAsync(gateway, force, stopping),
        DropAgentsCall drop => await AgentActs.DropAsync(gateway, drop, stopping),
        CheckCall check => await CheckAsync(gateway, check),
        ReadBack readBack => await ReadBackAsync(gateway, readBack),
        ReadOwnStatus => new OwnStatusRead((await gateway.GetAgentStatusAsync(stopping)).ValueOrDefault),
        LookUpTalk lookUp => new TalkLookedUp(lookUp.Talking, (await gateway.GetCallInfoAsync(lookUp.Talking.CallId, stopping)).ValueOrDefault),
        _ => throw new ArgumentOutOfRangeException(nameof(effect), effect.GetType().Name, "No way to carry this out."),
    };

    private async Task<T> OneAtATimeAsync<T>(Func<Task<T>> act)
    {
        await _signing.WaitAsync(stopping);
        try
        {
            return await act();
        }
        finally
        {
            _signing.Release();
        }
    }

    private async Task<SessionInput> SignInAsync(SignIn signIn)
    {
        var gateway = Open();
        _push = services.Gateway.EventDelivery == EventDelivery.Push ? PushSecret.Create(services.Randomness) : null;
        _held = signIn.Password ?? _held;
        var request = new SignInRequest(PasswordOf(_held), signIn.Phone)
        {
            ObserveSignIns = services.Limits.Session.ObserveSignIns,
            PushTarget = _push?.TargetFor(services.Gateway.CallbackBaseAddress!, account.Inspector.AgentId),
        };
        var result = signIn.TakeOver
            ? await gateway.ForceSignInAsync(request, stopping)
            : await gateway.SignInAsync(request, stopping);
        if (!result.IsSuccess)
        {
            return new SignInAnswered(signIn.Token, result.Failure, null);
        }

        (Gateway, Vcc) = (gateway, result.Value.VdnId);
        if (services.Gateway.ResetSkills.Count > 0)
        {
            await gateway.ResetSkillsAsync(stopping);
        }

        var right = await gateway.IsInspectorAsync(stopping);
        return new SignInAnswered(signIn.Token, null, right.IsSuccess ? right.Value : null, result.Value.SignedInAt)
        {
            Password = new PasswordNews(result.Value.MustChangePassword, result.Value.PasswordDaysRemaining),
        };
    }

    private string PasswordOf(SealedPassword? held) =>
        (held is null ? account.Password : services.Seal.Open(account.Inspector.AgentId, held)) ?? "";

    private GatewaySession Open()
    {
        var gateway = services.Connector.Open(account.Inspector.AgentId);
        gateway.CredentialsChanged += () =>
        {
            _areCredentialsOld = true;
            mailbox.Post(new CredentialsChanged());
        };
        _areCredentialsOld = true;
        return gateway;
    }

    private async Task<GatewayFailure?> SignOutAsync(GatewaySession gateway, SignOut signOut)
    {
        if (signOut.MonitoredWorkNo is not { } workNo)
        {
            return (await gateway.SignOutAsync(stopping)).Failure;
        }

        await StopAsync(gateway, workNo, signOut.Mode, stopping);
        return await SignOutOnceReleasedAsync(gateway);
    }

    /// <summary>The phone of a call that was just left is released a moment later; until then a sign-out is refused as in a call (100-010). Asking again is safe.</summary>
    private async Task<GatewayFailure?> SignOutOnceReleasedAsync(GatewaySession gateway)
    {
        var began = services.Time.GetTimestamp();
        while (true)
        {
            var failure = (await gateway.SignOutAsync(stopping)).Failure;
            if (failure is not Refused { Code.Value: ResultCodes.SignOutWrongState }
                || services.Time.GetElapsedTime(began) >= services.Limits.Session.StopTimeout)
            {
                return failure;
            }

            await Task.Delay(ReleasePause, services.Time, stopping);
        }
    }

    private Task<GatewayResult<GatewayVoid>> InterceptAsync(GatewaySession gateway, SendIntercept send, long decidedAt)
    {
        // Never cancelled: once it is on its way, giving up would only lose its answer.
        SupervisionTelemetry.InterceptSent();
        return gateway.InterceptAsync(send.WorkNo, send.CallId, () => MayLeave(decidedAt), CancellationToken.None);
    }

    /// <summary>After this limit an intercept that has not left counts as never sent, whoever looks at it: it must not leave any more.</summary>
    private bool MayLeave(long decidedAt)
    {
        if (!mailbox.HasMoved && services.Time.GetElapsedTime(decidedAt) <= services.Limits.Interception.SendDelayLimit)
        {
            return true;
        }

        Log.InterceptTooLate(services.Logger, account.Inspector.AgentId);
        return false;
    }

    private Task<GatewayResult<GatewayVoid>> StartAsync(GatewaySession gateway, StartMonitoring start) => start.Mode switch
    {
        MonitoringMode.Insert => gateway.InsertAsync(start.WorkNo, stopping),
        MonitoringMode.Whisper => gateway.WhisperAsync(start.WorkNo, stopping),
        _ => gateway.ListenAsync(start.WorkNo, stopping),
    };

    private static Task<GatewayResult<GatewayVoid>> StopAsync(GatewaySession gateway, int workNo, MonitoringMode mode, CancellationToken cancellationToken) =>
        mode == MonitoringMode.Whisper ? gateway.StopWhisperAsync(workNo, cancellationToken) : gateway.StopMonitoringAsync(workNo, cancellationToken);

    /// <summary>A call on hold is not the current call, so it is hung up by its id.</summary>
    private Task<GatewayResult<GatewayVoid>> HangUpAsync(GatewaySession gateway, HangUp hangUp) =>
        hangUp.OnHold ? gateway.DropCallAsync(hangUp.CallId, stopping) : gateway.ReleaseAsync(stopping);

    private Task<GatewayResult<GatewayVoid>> MoveAsync(GatewaySession gateway, MoveTalk move) => move.Move switch
    {
        TalkMove.Hold => gateway.HoldAsync(stopping),
        TalkMove.Resume => gateway.GetHoldAsync(move.CallId, stopping),
        TalkMove.Mute => gateway.BeginMuteAsync(stopping),
        _ => gateway.EndMuteAsync(stopping),
    };

    private async Task<SessionInput> ReadTalkAsync(GatewaySession gateway, ReadTalk read)
    {
        var status = await gateway.GetAgentStatusAsync(stopping);
        var own = await gateway.GetOwnCallIdsAsync(stopping);
        var held = await gateway.GetHeldCallIdsAsync(stopping);
        return new TalkRead(read.Token, status.ValueOrDefault, own.ValueOrDefault, held.ValueOrDefault);
    }

    private async Task<SessionInput> CheckAsync(GatewaySession gateway, CheckCall check)
    {
        var calls = await gateway.GetCallIdsAsync(check.WorkNo, stopping);
        return new CallChecked(check.Token, calls.ValueOrDefault, calls.Failure, await WhyNotAsync(check.WorkNo));
    }

    /// <summary>Why the inspector may not take this agent's call over, as things are now; null where they may.</summary>
    private async Task<Problem?> WhyNotAsync(int workNo)
    {
        var decision = await services.Access.DecideAsync(account.Inspector, Permission.Intercept, workNo, stopping);
        return decision.Refusal is { } refusal ? AccessRefusals.AsProblem(refusal) : null;
    }

    private async Task<SessionInput> ReadBackAsync(GatewaySession gateway, ReadBack readBack)
    {
        var status = await gateway.GetAgentStatusAsync(stopping);
        var ownIds = await gateway.GetOwnCallIdsAsync(stopping);
        var agentIds = readBack.WorkNo is { } workNo ? (await gateway.GetCallIdsAsync(workNo, stopping)).ValueOrDefault : null;
        List<CallInfo>? own = null;
        if (ownIds.IsSuccess)
        {
            own = [];
            foreach (var callId in ownIds.Value)
            {
                var info = await gateway.GetCallInfoAsync(callId, stopping);
                own.Add(info.ValueOrDefault ?? new CallInfo(callId, "", "", CallFeature.Unknown, null));
            }
        }

        return new StateReadBack(readBack.Token, status.ValueOrDefault, own, agentIds);
    }
}
