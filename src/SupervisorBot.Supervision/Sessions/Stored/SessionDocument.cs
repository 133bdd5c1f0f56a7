using System.Text.Json;
using SupervisorBot.Gateway.Monitoring;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Forcing;
using SupervisorBot.Supervision.Monitoring;
using SupervisorBot.Supervision.Sessions.Machine;
using SupervisorBot.Supervision.SigningIn;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Supervision.Sessions.Stored;

/// <summary>
/// A session as it is stored. It is a shape of its own, so that what is stored stays readable when the program's records change: members are only ever
/// added, and each may be absent. Two are equal when they say the same. No number of a customer is in it that is not masked.
/// </summary>
internal sealed record SessionDocument
{
    public SessionStatus Status { get; init; }

    public DateTimeOffset? SignedInAt { get; init; }

    public DateTimeOffset? LoginTime { get; init; }

    public string? Origin { get; init; }

    public MonitoringPart? Monitoring { get; init; }

    public TalkPart? Talk { get; init; }

    public Guid? Active { get; init; }

    public Guid? Unsettled { get; init; }

    public PendingPart? Pending { get; init; }

    public LeavingPart? Leaving { get; init; }

    public bool PhoneOffHook { get; init; }

    /// <summary>The inspector's phone, where another one than the directory's was typed on the sign-in page.</summary>
    public string? Phone { get; init; }

    public PagePart? Page { get; init; }

    /// <summary>The text to store.</summary>
    public string Write() => JsonSerializer.Serialize(this, SessionJson.Default.SessionDocument);

    /// <summary>Reads a stored text.</summary>
    /// <exception cref="JsonException">The text is no such document.</exception>
    public static SessionDocument Read(string text) =>
        JsonSerializer.Deserialize(text, SessionJson.Default.SessionDocument) ?? throw new JsonException("The document is empty.");

    public static SessionDocument Of(SessionState state) => new()
    {
        Status = state.Status,
        SignedInAt = state.SignedInAt,
        LoginTime = state.LoginTime,
        Origin = state.Origin?.Value,
        Monitoring = state.Monitoring is { } monitoring ? MonitoringPart.Of(monitoring) : null,
        Talk = state.Talk is { } talk ? TalkPart.Of(talk) : null,
        Active = state.Active,
        Unsettled = state.Unsettled,
        Pending = state.Pending is { } pending ? PendingPart.Of(pending) : null,
        Leaving = state.Leaving is { } leaving ? new LeavingPart(leaving.WorkNo, leaving.Mode, leaving.Until) : null,
        PhoneOffHook = state.PhoneOffHook || state.MayBeOffHook,
        Phone = state.Inspector.PhoneNumber == state.DirectoryPhone ? null : state.Inspector.PhoneNumber,
        Page = state.Page is { IsOffered: false } page ? PagePart.Of(page) : null,
    };

    /// <summary>The state that goes on from here; the latest number is that of the latest step that still waits.</summary>
    public SessionState ToState(SessionState fresh) => fresh with
    {
        Status = Status,
        SignedInAt = SignedInAt,
        LoginTime = LoginTime,
        Origin = Origin is null ? null : new RequestOrigin(Origin),
        Monitoring = Monitoring?.ToState(),
        Talk = Talk?.ToState(),
        Active = Active,
        Unsettled = Unsettled,
        Pending = Pending?.ToState(),
        Leaving = Leaving is { } leaving ? new LeavingState(leaving.WorkNo, leaving.Mode, leaving.Until) : null,
        MayBeOffHook = PhoneOffHook,
        Inspector = Phone is null ? fresh.Inspector : fresh.Inspector with { PhoneNumber = Phone },
        Page = Page?.ToState(),
        LastToken = new[] { fresh.LastToken, Monitoring?.Token ?? 0, Talk?.SettleToken ?? 0, Pending?.Token ?? 0 }.Max(),
    };

    /// <summary>Whom the inspector monitors.</summary>
    internal sealed record MonitoringPart(int WorkNo, MonitoringMode Mode, MonitoringPhase Phase, DateTimeOffset Since, string Origin, long Token)
    {
        public string? AgentName { get; init; }

        public bool ModeUncertain { get; init; }

        public Guid? ForInterception { get; init; }

        public static MonitoringPart Of(MonitoringState state)
        {
            var view = state.View;
            return new MonitoringPart(view.WorkNo, view.Mode, view.Phase, view.Since, state.Origin.Value, state.Token)
            {
                AgentName = view.AgentName.Length == 0 ? null : view.AgentName,
                ModeUncertain = view.ModeUncertain,
                ForInterception = state.ForInterception,
            };
        }

        public MonitoringState ToState()
        {
            var view = new MonitoringView(WorkNo, AgentName ?? "", Mode, Phase, Since, ModeUncertain: ModeUncertain);
            return new MonitoringState(view, new RequestOrigin(Origin), Token, ForInterception);
        }
    }

    /// <summary>With whom the inspector talks.</summary>
    internal sealed record TalkPart(string CallId, TalkPhase Phase, DateTimeOffset BeganAt, string Origin)
    {
        public Guid? OperationId { get; init; }

        /// <summary>The customer's number with all but its end masked.</summary>
        public string? Customer { get; init; }

        public bool Recording { get; init; }

        public TalkChange? EndSeen { get; init; }

        public long SettleToken { get; init; }

        public TalkMute Mute { get; init; }

        /// <summary>The agent from whom it was taken over.</summary>
        public int? FromWorkNo { get; init; }

        public string? FromName { get; init; }

        /// <summary>Since when the customer is on hold.</summary>
        public DateTimeOffset? HeldAt { get; init; }

        /// <summary>To whom it is being transferred, an outside number masked.</summary>
        public TransferPart? TransferTo { get; init; }

        public static TalkPart Of(TalkState state)
        {
            var view = state.View;
            return new TalkPart(view.CallId, view.Phase, view.BeganAt, state.Origin.Value)
            {
                OperationId = view.OperationId,
                Customer = view.Customer.IsUnknown ? null : view.Customer.Text,
                Recording = view.Recording,
                EndSeen = state.EndSeen,
                SettleToken = state.SettleToken,
                Mute = view.Mute,
                FromWorkNo = view.FromWorkNo,
                FromName = view.FromName.Length == 0 ? null : view.FromName,
                HeldAt = view.HeldAt,
                TransferTo = TransferPart.Of(view.TransferTo),
            };
        }

        public TalkState ToState()
        {
            // Masking what is masked already changes nothing, and lets nothing unmasked in.
            var view = new TalkView(OperationId, CallId, MaskedNumber.Of(Customer), Phase, BeganAt, Recording)
            {
                Mute = Mute,
                FromWorkNo = FromWorkNo,
                FromName = FromName ?? "",
                HeldAt = HeldAt,
                TransferTo = TransferTo?.ToTarget(),
            };
            return new TalkState(view, new RequestOrigin(Origin), EndSeen, SettleToken);
        }
    }

    /// <summary>To whom a talk is transferred; of an outside number the end alone.</summary>
    internal sealed record TransferPart(TransferKind Kind, string Address)
    {
        public static TransferPart? Of(TransferTarget? target) => target?.Masked() is { } masked ? new TransferPart(masked.Kind, masked.Address) : null;

        public TransferTarget ToTarget() => TransferTarget.Stored(Kind, Address);
    }

    /// <summary>A sign-in over the bot's page; of its link and its code there are hashes alone.</summary>
    internal sealed record PagePart(string ObjectId, string Origin, DateTimeOffset LinkUntil)
    {
        public string? TenantId { get; init; }

        public string? LinkHash { get; init; }

        public string? Locale { get; init; }

        public int Failures { get; init; }

        public string? Phone { get; init; }

        public string? CodeHash { get; init; }

        public DateTimeOffset CodeUntil { get; init; }

        public int WrongCodes { get; init; }

        public bool IsElsewhere { get; init; }

        public ProblemKind? GivenUp { get; init; }

        public bool MustChange { get; init; }

        public int? DaysRemaining { get; init; }

        public bool? MayInspect { get; init; }

        public static PagePart Of(PageSignIn page) => new(page.Holder.ObjectId, page.Origin.Value, page.LinkUntil)
        {
            TenantId = page.Holder.TenantId,
            LinkHash = page.LinkHash,
            Locale = page.Locale,
            Failures = page.Failures,
            Phone = page.Phone,
            CodeHash = page.CodeHash,
            CodeUntil = page.CodeUntil,
            WrongCodes = page.WrongCodes,
            IsElsewhere = page.IsElsewhere,
            GivenUp = page.GivenUp,
            MustChange = page.Password.MustChange,
            DaysRemaining = page.Password.DaysRemaining,
            MayInspect = page.MayInspect,
        };

        public PageSignIn ToState() => new(new SignInHolder(TenantId, ObjectId), new RequestOrigin(Origin), LinkHash, LinkUntil)
        {
            Locale = Locale,
            Failures = Failures,
            Phone = Phone,
            CodeHash = CodeHash,
            CodeUntil = CodeUntil,
            WrongCodes = WrongCodes,
            IsElsewhere = IsElsewhere,
            GivenUp = GivenUp,
            Password = new PasswordNews(MustChange, DaysRemaining),
            MayInspect = MayInspect,
        };
    }

    /// <summary>A call that is being left.</summary>
    internal sealed record LeavingPart(int WorkNo, MonitoringMode Mode, DateTimeOffset Until);

    /// <summary>The request under way.</summary>
    internal sealed record PendingPart(PendingKind Kind, string RequestId, string Origin, long Token)
    {
        public bool Accepted { get; init; }

        public bool TakeOver { get; init; }

        public MonitoringMode? Mode { get; init; }

        public TalkMove? Move { get; init; }

        public TransferPart? TransferTo { get; init; }

        /// <summary>The agent whom something is done to.</summary>
        public int? WorkNo { get; init; }

        public string? AgentName { get; init; }

        public string? CallId { get; init; }

        public ForcedState? Force { get; init; }

        public TimeSpan RestFor { get; init; }

        public string? Reason { get; init; }

        public static PendingPart Of(PendingRequest pending)
        {
            var kind = pending.Request switch
            {
                SignInRequested => PendingKind.SignIn,
                SignOutRequested => PendingKind.SignOut,
                SwitchRequested => PendingKind.Switch,
                StopRequested => PendingKind.Stop,
                HangUpRequested => PendingKind.HangUp,
                TalkMoveRequested => PendingKind.Move,
                TransferRequested => PendingKind.Transfer,
                ForceRequested => PendingKind.Force,
                DropRequested => PendingKind.Drop,
                _ => throw new ArgumentOutOfRangeException(nameof(pending), pending.Request.GetType().Name, "No such request waits."),
            };
            return new PendingPart(kind, pending.Request.RequestId, pending.Request.Origin.Value, pending.Token)
            {
                Accepted = pending.Accepted,
                TakeOver = pending.Request is SignInRequested { TakeOver: true },
                Mode = (pending.Request as SwitchRequested)?.Mode,
                Move = (pending.Request as TalkMoveRequested)?.Move,
                TransferTo = TransferPart.Of((pending.Request as TransferRequested)?.To),
                WorkNo = (pending.Request as ForceRequested)?.WorkNo ?? (pending.Request as DropRequested)?.WorkNo,
                AgentName = (pending.Request as ForceRequested)?.AgentName ?? (pending.Request as DropRequested)?.AgentName,
                CallId = (pending.Request as DropRequested)?.CallId,
                Force = (pending.Request as ForceRequested)?.State,
                RestFor = (pending.Request as ForceRequested)?.RestFor ?? default,
                Reason = (pending.Request as ForceRequested)?.Reason ?? (pending.Request as DropRequested)?.Reason,
            };
        }

        public PendingRequest ToState()
        {
            var origin = new RequestOrigin(Origin);
            SupervisionRequest request = Kind switch
            {
                PendingKind.SignIn => new SignInRequested(RequestId, origin, TakeOver),
                PendingKind.SignOut => new SignOutRequested(RequestId, origin),
                PendingKind.Switch => new SwitchRequested(RequestId, origin, Mode ?? default),
                PendingKind.Stop => new StopRequested(RequestId, origin),
                PendingKind.Move => new TalkMoveRequested(RequestId, origin, Move ?? default),
                PendingKind.Transfer => new TransferRequested(RequestId, origin, TransferTo?.ToTarget()),
                PendingKind.Force => new ForceRequested(RequestId, origin, WorkNo ?? 0, Force ?? default, RestFor, Reason ?? "") { AgentName = AgentName ?? "" },
                PendingKind.Drop => new DropRequested(RequestId, origin, WorkNo ?? 0, CallId ?? "", Reason ?? "") { AgentName = AgentName ?? "" },
                _ => new HangUpRequested(RequestId, origin),
            };
            return new PendingRequest(request, Token, Accepted);
        }
    }

    /// <summary>What was asked.</summary>
    internal enum PendingKind
    {
        SignIn,
        SignOut,
        Switch,
        Stop,
        HangUp,
        Move,
        Transfer,
        Force,
        Drop,
    }
}
