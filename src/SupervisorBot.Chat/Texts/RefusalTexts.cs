using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Chat.Texts;

/// <summary>Words for requests that were refused before anything was asked of the gateway.</summary>
internal static class RefusalTexts
{
    public static string Of(Refusal refusal, int? workNo) => refusal switch
    {
        Refusal.NotSignedIn => "You are not signed in at the contact centre. Sign in with /signin, then try again.",
        Refusal.AlreadySignedIn => "You are signed in already. /status shows since when.",
        Refusal.SigningInOrOut => "A sign-in or sign-out of yours is under way. Wait until it has finished, then try again.",
        Refusal.Busy => "Another request of yours is under way. Wait until it has finished, then try again; /status shows it.",
        Refusal.AlreadyMonitoring when workNo is { } who =>
            $"You monitor agent {CommonTexts.Number(who)} already. Leave that call first with /stop (it goes on without you), or change the mode with /switch.",
        Refusal.AlreadyMonitoring => "You monitor an agent already. Leave that call first with /stop; it goes on without you.",
        Refusal.NotMonitoring => "You monitor nobody at the moment. Start with /listen and a work number, for example: /listen 2001",
        Refusal.AlreadyInThatMode => "You are in that mode already. Nothing was changed.",
        Refusal.InACall => "You talk with a customer at the moment. Finish that talk first; /hangup ends the customer's call.",
        Refusal.NoCall => "You have no talk of your own with a customer, so there is nothing to hang up. To leave a monitored call, use /stop.",
        Refusal.Self => "That work number is your own. Choose another agent; /agents lists them.",
        Refusal.AnotherCallChosen =>
            "Another call was chosen in this dialog before. Decide about that one, or start again with /intercept.",
        Refusal.NoPassword =>
            "No gateway password is set for you. Type /signin for a link to sign in with.",
        Refusal.AwaitingCode =>
            "Your sign-in waits for the code that the sign-in page shows: type it in our personal chat. To give the sign-in up and begin anew, type /signout, then /signin.",
        Refusal.Overloaded => "I could not get to this in time, so nothing was done. Wait a moment, then try again.",
        _ when AccessTexts.Of(refusal, workNo) is { } words => words,
        _ => "That is not possible at the moment. /status shows where things stand.",
    };
}
