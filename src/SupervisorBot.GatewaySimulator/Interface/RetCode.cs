namespace SupervisorBot.GatewaySimulator;

/// <summary>The result codes that the simulated gateway answers with.</summary>
internal static class RetCode
{
    public const string Success = "0";
    public const string WrongEventMode = "000-001";
    public const string BadParameter = "000-002";
    public const string NoRightToCall = "000-003";
    public const string InspectorIsInspected = "000-005";
    public const string BadMessage = "000-006";
    public const string CalledRepeatedly = "000-007";
    public const string SignInParametersMissing = "100-001";
    public const string AlreadySignedIn = "100-002";
    public const string WrongPassword = "100-004";
    public const string NotSignedIn = "100-006";
    public const string StateNotSet = "100-009";
    public const string StateErrorAtSignOut = "100-010";
    public const string SignInParameterInvalid = "100-011";
    public const string WrongAgentType = "100-012";
    public const string PhoneOutOfRange = "100-014";
    public const string InvalidIp = "100-016";
    public const string PasswordExpired = "100-020";
    public const string SignInUnderWay = "100-021";
    public const string AccountLocked = "110-016";
    public const string MuteNoCall = "200-003";
    public const string MuteWrongState = "200-004";
    public const string ConnectHoldNoCall = "200-005";
    public const string ConnectHoldNoHeldCall = "200-006";
    public const string UnmuteNoCall = "200-007";
    public const string UnmuteWrongState = "200-008";
    public const string TransferNoCall = "200-012";
    public const string HoldNoCall = "200-013";
    public const string HoldWrongState = "200-014";
    public const string UnholdNoHeldCall = "200-015";
    public const string UnholdWrongState = "200-016";
    public const string HangUpNoCall = "200-017";
    public const string DropNoCall = "200-025";
    public const string NoSuchCall = "200-026";
    public const string UrlNotFound = "210-001";
    public const string NoRightToQuery = "300-001";
    public const string NoSuchAgent = "300-002";
    public const string NoSuchGroup = "300-004";
    public const string NothingHeld = "400-003";
    public const string InspectionNoProvider = "900-001";
    public const string InspectionNoRight = "900-002";
    public const string InspectionResourceUnavailable = "900-003";
    public const string InspectionNoInformation = "900-004";
    public const string InspectionWrongState = "900-005";

    private static readonly Dictionary<string, string> Messages = new(StringComparer.Ordinal)
    {
        [Success] = "",
        [WrongEventMode] = "wrong event fetching mode",
        [BadParameter] = "request parameter is invalid",
        [NoRightToCall] = "no right to invite resource",
        [InspectorIsInspected] = "inspector is the inspected agent",
        [BadMessage] = "message parameter error",
        [CalledRepeatedly] = "interface is called repeatedly",
        [SignInParametersMissing] = "login parameter is empty or invalid",
        [AlreadySignedIn] = "agent has logged in",
        [PasswordExpired] = "password has expired",
        [WrongPassword] = "wrong user or password",
        [NotSignedIn] = "agent not login",
        [StateNotSet] = "set agent state failed",
        [StateErrorAtSignOut] = "agent state error",
        [SignInParameterInvalid] = "login parameter is invalid",
        [WrongAgentType] = "wrong agent type",
        [PhoneOutOfRange] = "phone number is not in the configured range",
        [InvalidIp] = "invalid ip",
        [SignInUnderWay] = "login is in progress",
        [AccountLocked] = "account is locked",
        [DropNoCall] = "no call can be droped",
        [NoSuchCall] = "no such call",
        [UrlNotFound] = "url information not found",
        [NoRightToQuery] = "no right to query agents",
        [NoSuchAgent] = "no such agent",
        [NoSuchGroup] = "no such group",
        [NothingHeld] = "no hold call information",
        [InspectionNoProvider] = "NOPROVIDER",
        [InspectionNoRight] = "no right",
        [InspectionResourceUnavailable] = "ResourceUnavailable",
        [InspectionNoInformation] = "no agent information",
        [InspectionWrongState] = "state error",
    };

    public static string Message(string code) => Messages.GetValueOrDefault(code, "operation failed");
}
