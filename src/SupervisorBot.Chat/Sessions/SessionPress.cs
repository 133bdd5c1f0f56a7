using SupervisorBot.Chat.Access;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Chat.Sessions;

/// <summary>The buttons that sign in and out and that read the status again.</summary>
internal sealed class SessionPress(ISupervisionDesk desk, SignInOffers offers, TimeProvider time) : IPressHandler
{
    public IReadOnlyDictionary<string, Need> Verbs { get; } = new Dictionary<string, Need>
    {
        [Presses.Verbs.SignIn] = Need.Listed,
        [Presses.Verbs.SignOut] = Need.Listed,
        [Presses.Verbs.Status] = Need.Listed,
    };

    public bool Reads => false;

    public async Task<PressReply> HandleAsync(Press press, CancellationToken cancellationToken) => press.Verb switch
    {
        Presses.Verbs.SignIn => await AskAsync(
            press,
            SessionCards.SigningIn(press.Inspector),
            origin => new SignInRequested(press.Turn.RequestId, origin, press.Data.IsTakeOver),
            cancellationToken),
        Presses.Verbs.SignOut => await AskAsync(
            press,
            SessionCards.SigningOut(press.Inspector),
            origin => new SignOutRequested(press.Turn.RequestId, origin),
            cancellationToken),
        _ => new PressReply.Card(
            SessionCards.Status(await desk.GetSessionAsync(press.Inspector, cancellationToken), press.Clock, time.GetUtcNow()),
            PressReply.Effect)
        {
            IsForPresser = true,
        },
    };

    // The notices of the result edit the pressed message, or the one that the presser gets where others see that; an edit from here could paint "asked" over a result that was faster.
    private async Task<PressReply> AskAsync(
        Press press, CardContent asked, Func<RequestOrigin, SupervisionRequest> request, CancellationToken cancellationToken)
    {
        var key = LiveKeys.Line(press.Turn.RequestId);
        var place = press.Turn.Place(PlacePurpose.Request, key, press.Turn.IsBeforeOthers ? null : press.MessageId);
        var receipt = await desk.AskAsync(press.Inspector, request(place.ToOrigin()), cancellationToken);
        if (receipt is { Refusal: Refusal.NoPassword, Repeated: false })
        {
            var refused = await offers.OfferAsync(press.Turn, cancellationToken);
            return refused is { } why
                ? new PressReply.Word(RefusalTexts.Of(why, null), PressReply.Refused)
                : new PressReply.Word(SessionTexts.LinkSent, PressReply.Effect);
        }

        return receipt switch
        {
            { Refusal: Refusal.NoPassword } => new PressReply.Word(CommonTexts.AskedBefore, PressReply.NoEffect),
            { Refusal: { } refusal } => new PressReply.Word(RefusalTexts.Of(refusal, receipt.WorkNo), PressReply.Refused),
            // The message shows the result by now, perhaps: "asked" must not come back.
            { Repeated: true } => new PressReply.Word(CommonTexts.AskedBefore, PressReply.NoEffect),
            _ => new PressReply.Card(asked, PressReply.Effect, key, IsShared: false) { IsForPresser = true },
        };
    }
}
