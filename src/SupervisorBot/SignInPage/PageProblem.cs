using SupervisorBot.Gateway.Results;
using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.SignInPage;

/// <summary>What kept a sign-in from succeeding, as far as the page tells it apart.</summary>
internal enum PageProblem
{
    /// <summary>Anything else that the gateway refused with.</summary>
    Other,

    /// <summary>100-004.</summary>
    WrongPassword,

    /// <summary>110-016.</summary>
    Locked,

    /// <summary>100-020.</summary>
    PasswordExpired,

    /// <summary>100-021.</summary>
    UnderWay,

    /// <summary>100-013 and 100-014.</summary>
    WrongPhone,

    /// <summary>000-003 and 100-012.</summary>
    NoRight,

    /// <summary>The gateway could not be reached, or its platform is away.</summary>
    Unreachable,

    /// <summary>It did not answer.</summary>
    NoAnswer,
}

/// <summary>Finds the page's problem in supervision's.</summary>
internal static class PageProblems
{
    private const string PhoneOutOfRange = "100-014";
    private const string WrongAgentType = "100-012";
    private const string PlatformAway = "100-003";

    public static PageProblem Of(Problem? problem) => problem switch
    {
        { Kind: ProblemKind.Refused, Code: { } code } => Of(code),
        { Kind: ProblemKind.Unreachable } => PageProblem.Unreachable,
        { Kind: ProblemKind.NoAnswer } => PageProblem.NoAnswer,
        _ => PageProblem.Other,
    };

    private static PageProblem Of(string code) => code switch
    {
        ResultCodes.WrongPassword => PageProblem.WrongPassword,
        ResultCodes.AccountLocked => PageProblem.Locked,
        ResultCodes.PasswordExpired => PageProblem.PasswordExpired,
        ResultCodes.SignInInProgress => PageProblem.UnderWay,
        ResultCodes.InvalidPhone or PhoneOutOfRange => PageProblem.WrongPhone,
        ResultCodes.NoRight or WrongAgentType => PageProblem.NoRight,
        ResultCodes.PlatformError or PlatformAway => PageProblem.Unreachable,
        _ => PageProblem.Other,
    };
}
