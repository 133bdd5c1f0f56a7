using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Outbox;
using SupervisorBot.Chat.Places;
using SupervisorBot.Chat.Presses;
using SupervisorBot.Chat.Replies;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Interception;

namespace SupervisorBot.Chat.Acts;

/// <summary>
/// Questions that have to be confirmed before something is done. Nothing is kept of them: their sealed buttons hold all, the time of their end too. However often
/// one is confirmed, supervision gets one and the same request of it.
/// </summary>
internal sealed class ActQuestions(Postbox postbox, CardMessages cards, IOptions<InterceptionOptions> options, TimeProvider time)
{
    /// <summary>The rank of what a question turns into once it is answered.</summary>
    public const int AnsweredRank = 1;

    /// <summary>The question's id: the same turn, delivered again to whichever node, asks the same question.</summary>
    public static Guid IdOf(ChatTurn turn) => new(SHA256.HashData(Encoding.UTF8.GetBytes(turn.RequestId)).AsSpan(0, 16));

    /// <summary>The id of the request that its confirmation makes.</summary>
    public static string RequestIdOf(Guid id) => string.Create(CultureInfo.InvariantCulture, $"act/{id:N}");

    /// <summary>Until when it can be confirmed.</summary>
    public DateTimeOffset Until() => time.GetUtcNow() + options.Value.ConfirmationLifetime;

    /// <summary>Whether it is too late to confirm.</summary>
    public bool IsOver(PressData data) => data.Until is not { } until || time.GetUtcNow() > until;

    /// <summary>Shows a question where it was asked for, to whoever asked alone.</summary>
    public Task AskAsync(ChatTurn turn, Guid id, CardContent question, CancellationToken cancellationToken) =>
        postbox.AnswerPrivatelyAsync(turn, LiveKeys.Act(id), cards.Message(question), rank: 0, cancellationToken);

    /// <summary>Where the answer to a confirmed question is told: on its own card.</summary>
    public static RequestOrigin OriginOf(Press press, Guid id) =>
        press.Turn.Place(PlacePurpose.Request, LiveKeys.Act(id), press.MessageId).ToOrigin();

    /// <summary>What the question turns into at its confirmation; what comes of it follows.</summary>
    /// <param name="id">The question.</param>
    /// <param name="receipt">What supervision said.</param>
    /// <param name="refused">The words for a refusal.</param>
    /// <param name="asked">The card where it was accepted.</param>
    public static PressReply Answer(Guid id, Receipt receipt, Func<Refusal, string> refused, Func<CardContent> asked) => receipt switch
    {
        { Refusal: { } refusal } => new PressReply.Word(refused(refusal), PressReply.Refused),
        { Repeated: true } => new PressReply.Word(CommonTexts.AskedBefore, PressReply.NoEffect),
        // The result's own edit is never behind this one: what ranks alike leaves in the order in which it came.
        _ => new PressReply.Card(asked(), PressReply.Effect, LiveKeys.Act(id), Rank: 0),
    };

    /// <summary>A question that nobody can confirm any more.</summary>
    public static PressReply Over(Guid id) => new PressReply.Card(ActCards.Expired(), PressReply.NoEffect, LiveKeys.Act(id), AnsweredRank);
}
