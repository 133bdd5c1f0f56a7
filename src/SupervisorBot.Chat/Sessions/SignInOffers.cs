using Microsoft.Extensions.Options;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.SigningIn;

namespace SupervisorBot.Chat.Sessions;

/// <summary>
/// Gives an inspector without a configured password a link to sign in with: in the personal chat, where the code is typed too, and straight to the channel, since what waits in the outbox is stored.
/// </summary>
internal sealed class SignInOffers(ISupervisionDesk desk, SignInLinks links, Answers answers, IOptions<SignInOptions> options)
{
    /// <summary>Gives the link, or says what the operator has to set.</summary>
    /// <returns>Why it was refused, or null.</returns>
    public async Task<Refusal?> OfferAsync(ChatTurn turn, CancellationToken cancellationToken)
    {
        if (!links.IsAvailable)
        {
            await answers.SayPrivatelyAsync(turn.Turn, SessionTexts.NoPublicAddress, cancellationToken);
            return null;
        }

        var link = links.Make(turn.Inspector.AgentId);
        var request = new SignInLinkRequested(
            $"{turn.RequestId}/link", turn.Place(PlacePurpose.Request).ToOrigin(), HolderOf(turn), link.Hash, turn.Conversation.Locale);
        var receipt = await desk.AskAsync(turn.Inspector, request, cancellationToken);
        if (receipt is { Accepted: true, Repeated: false })
        {
            var card = SessionCards.SignInLink(turn.Inspector, link.Address, options.Value.LinkLifetime);
            await answers.SayInPersonalChatAsync(turn.Turn, card, cancellationToken);
        }

        return receipt.Refusal;
    }

    /// <summary>The person whose turn it is.</summary>
    public static SignInHolder HolderOf(ChatTurn turn) => new(turn.Conversation.TenantId, turn.Inspector.EntraObjectId);
}
