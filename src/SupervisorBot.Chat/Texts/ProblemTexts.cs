using SupervisorBot.Chat.Cards;
using SupervisorBot.Gateway.Results;
using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Chat.Texts;

/// <summary>Words for what kept something from succeeding: what happened, and what to do now.</summary>
internal static class ProblemTexts
{
    public static string What(Problem problem) => problem.Kind switch
    {
        ProblemKind.Refused when problem.Code is { } code => $"{Meaning(code).Meaning} (gateway code {Markup.Plain(code)})",
        ProblemKind.Refused => "The gateway refused.",
        ProblemKind.Unreachable => "The gateway could not be reached.",
        ProblemKind.NoAnswer => "The gateway took the request and gave no readable answer, so it may or may not have acted.",
        ProblemKind.TimedOut => "The gateway accepted the request, but what should follow did not come in time.",
        ProblemKind.PhoneNotPickedUp => "Your phone was not picked up.",
        ProblemKind.SessionEnded => "Your session at the gateway ended meanwhile.",
        ProblemKind.SignedOutElsewhere => "You signed in elsewhere with this agent id, or somebody signed you out.",
        ProblemKind.BotRestarted => "I was restarted meanwhile.",
        ProblemKind.AlreadyTaking => "You are already taking this call.",
        ProblemKind.CallEnded => "The call ended meanwhile.",
        ProblemKind.NotListed => "An administrator of this bot removed you from the inspectors.",
        ProblemKind.NotPermitted => "An administrator of this bot took the permission for it away.",
        ProblemKind.OtherTeam => "The agent is not in your teams any more.",
        ProblemKind.AccessNotKnown => "I could not find out whether you may still do it.",
        ProblemKind.CodeNotTyped => "The code of the sign-in page was not typed here in time, so the sign-in was ended.",
        ProblemKind.CodesWrong => "Too many wrong codes were typed, so the sign-in was ended.",
        ProblemKind.TakeOverNotChosen => "The take-over was not chosen in time, so nobody was signed in here. The other place stays signed in.",
        _ => "The contact centre did not do it.",
    };

    public static string Next(Problem problem) => problem.Kind switch
    {
        ProblemKind.Refused when problem.Code is { } code => Meaning(code).NextStep,
        ProblemKind.Refused => "Check with /status where things stand, then try again.",
        ProblemKind.Unreachable => "Try again in a moment. If it lasts, tell the people who run the contact centre.",
        ProblemKind.NoAnswer => "Look at your phone and at /status before you try again.",
        ProblemKind.TimedOut => "Look at your phone and at /status, then try again.",
        ProblemKind.PhoneNotPickedUp => "Try again and pick your phone up when it rings.",
        ProblemKind.SessionEnded => "Sign in again with /signin.",
        ProblemKind.SignedOutElsewhere => "If you want to go on here, sign in again with /signin.",
        ProblemKind.BotRestarted => "Try again.",
        ProblemKind.AlreadyTaking => "Look at your phone: finish that first, then try again.",
        ProblemKind.CallEnded => "Look for another call with /agents.",
        ProblemKind.NotListed or ProblemKind.NotPermitted or ProblemKind.OtherTeam => AccessTexts.Ask,
        ProblemKind.CodeNotTyped or ProblemKind.CodesWrong or ProblemKind.TakeOverNotChosen => "Type /signin to begin anew.",
        _ => "Try again in a moment.",
    };

    public static string Both(Problem problem) => $"{What(problem)} {Next(problem)}";

    // What is said of a code that is not known repeats it.
    private static ResultMeaning Meaning(string code) => new ResultCode(Markup.Plain(code)).Meaning;
}
