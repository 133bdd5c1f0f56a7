namespace SupervisorBot.Gateway.Results;

/// <summary>The gateway's result codes that decisions hang on; there are more (CEC API reference cec_07_0580).</summary>
public static class ResultCodes
{
    /// <summary>Success.</summary>
    public const string Success = "0";

    /// <summary>The gateway failed without giving a reason.</summary>
    public const string UnknownError = "000-000";

    /// <summary>A path, query or body parameter is wrong.</summary>
    public const string BadParameter = "000-002";

    /// <summary>No right to call the interface; the Guid may have lapsed.</summary>
    public const string NoRight = "000-003";

    /// <summary>The agent is being switched over to another node.</summary>
    public const string SwitchingOver = "000-004";

    /// <summary>The inspector and the inspected agent are the same.</summary>
    public const string SelfInspection = "000-005";

    /// <summary>The interface was called again while it was still at work.</summary>
    public const string CalledRepeatedly = "000-007";

    /// <summary>The agent is signed in already; a forced sign-in can take over.</summary>
    public const string AlreadySignedIn = "100-002";

    /// <summary>Sign-in: the wrong work number or password.</summary>
    public const string WrongPassword = "100-004";

    /// <summary>The agent is not signed in, or the Guid has expired.</summary>
    public const string NotSignedIn = "100-006";

    /// <summary>The platform could not be reached, or failed inside.</summary>
    public const string PlatformError = "100-007";

    /// <summary>The agent has signed out already.</summary>
    public const string AlreadySignedOut = "100-008";

    /// <summary>The sign-out does not fit the agent's state, such as being in a call.</summary>
    public const string SignOutWrongState = "100-010";

    /// <summary>Sign-in: the phone to bind is not valid.</summary>
    public const string InvalidPhone = "100-013";

    /// <summary>The agent is signed in elsewhere and cannot be forced out.</summary>
    public const string CannotForceSignIn = "100-015";

    /// <summary>Sign-in: the password has expired.</summary>
    public const string PasswordExpired = "100-020";

    /// <summary>A sign-in is under way and must not be repeated.</summary>
    public const string SignInInProgress = "100-021";

    /// <summary>Disaster switch-over: this gateway does not hold the agent yet. Not lost before the gateway's two minutes are over.</summary>
    public const string AgentNotCached = "105-001";

    /// <summary>Disaster switch-over: the recovery is going on. A read may be asked again.</summary>
    public const string Recovering = "105-002";

    /// <summary>Disaster switch-over: the recovery has just ended. A read may be asked again.</summary>
    public const string Recovered = "105-003";

    /// <summary>Disaster switch-over: the agent waits its turn to be recovered. A read may be asked again.</summary>
    public const string RecoveryQueued = "105-004";

    /// <summary>The account is locked.</summary>
    public const string AccountLocked = "110-016";

    /// <summary>Mute: there is no call.</summary>
    public const string NothingToMute = "200-003";

    /// <summary>Unmute: there is no call.</summary>
    public const string NothingToUnmute = "200-007";

    /// <summary>Transfer: there is no call.</summary>
    public const string NothingToTransfer = "200-012";

    /// <summary>Hold: there is no call.</summary>
    public const string NothingToHold = "200-013";

    /// <summary>Hold: the call's state does not allow it, such as being on hold already.</summary>
    public const string HoldWrongState = "200-014";

    /// <summary>Take back from hold: there is no held call.</summary>
    public const string NothingToTakeBack = "200-015";

    /// <summary>Hang up: there is no call.</summary>
    public const string NothingToHangUp = "200-017";

    /// <summary>Drop call: there is no such call.</summary>
    public const string NothingToDrop = "200-025";

    /// <summary>There is no such call.</summary>
    public const string NoSuchCall = "200-026";

    /// <summary>No right to query agents.</summary>
    public const string NoRightToQueryAgents = "300-001";

    /// <summary>There is no such agent.</summary>
    public const string NoSuchAgent = "300-002";

    /// <summary>No call is on hold.</summary>
    public const string NothingHeld = "400-003";

    /// <summary>Inspection: the platform's provider is gone.</summary>
    public const string NoProvider = "900-001";

    /// <summary>Inspection: no right, or the agent belongs to another VCC.</summary>
    public const string NoInspectionRight = "900-002";

    /// <summary>Inspection: the resource is not available; the call is gone or is not being monitored.</summary>
    public const string ResourceUnavailable = "900-003";

    /// <summary>Inspection: there is no information on the agent.</summary>
    public const string NoAgentInformation = "900-004";

    /// <summary>Inspection: the state does not allow it.</summary>
    public const string WrongInspectionState = "900-005";

    /// <summary>How every code of the disaster switch-over begins.</summary>
    internal const string DisasterFamily = "105-";
}
