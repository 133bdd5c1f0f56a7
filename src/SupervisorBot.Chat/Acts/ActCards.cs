using System.Text.Json.Nodes;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Supervision.Interception;
using SupervisorBot.Supervision.Talk;

namespace SupervisorBot.Chat.Acts;

/// <summary>The cards that ask before something is done, and that tell what came of it in the same place.</summary>
internal static class ActCards
{
    private static readonly TransferKind[] s_kinds = [TransferKind.Agent, TransferKind.Queue, TransferKind.Number];

    /// <summary>A question without inputs.</summary>
    public static CardBuilder Question(string title, string? subtitle = null) => new CardBuilder("act", title, subtitle)
        .With("hasTarget", JsonValue.Create(false))
        .With("target", new JsonObject())
        .With("hasMinutes", JsonValue.Create(false))
        .With("minutes", new JsonObject())
        .With("hasReason", JsonValue.Create(false))
        .With("reason", new JsonObject());

    /// <summary>Shows the reason, or asks for it.</summary>
    /// <param name="card">The question.</param>
    /// <param name="typed">What was typed with the command; empty for nothing.</param>
    public static CardBuilder WithReason(this CardBuilder card, string typed) => typed.Length > 0 ? card.Fact(FactTexts.Reason, ActReason.Shown(typed)) : card
        .With("hasReason", JsonValue.Create(true))
        .With("reason", new JsonObject
        {
            ["label"] = ForceTexts.ReasonLabel,
            ["placeholder"] = ForceTexts.ReasonPlaceholder,
            ["error"] = ForceTexts.ReasonError,
            ["most"] = InterceptionPolicy.LongestReason,
        });

    /// <summary>Asks for a number of minutes.</summary>
    public static CardBuilder WithMinutes(this CardBuilder card, int value, int most) => card
        .With("hasMinutes", JsonValue.Create(true))
        .With("minutes", new JsonObject
        {
            ["label"] = ForceTexts.MinutesLabel,
            ["error"] = ForceTexts.MinutesError(most),
            ["most"] = most,
            ["value"] = value,
        });

    /// <summary>Asks to whom a call is transferred.</summary>
    public static CardBuilder WithTarget(this CardBuilder card) => card
        .With("hasTarget", JsonValue.Create(true))
        .With("target", new JsonObject
        {
            ["kindLabel"] = CallTexts.KindLabel,
            ["kindError"] = CallTexts.KindError,
            ["kind"] = nameof(TransferKind.Agent),
            ["kinds"] = Json.Array(s_kinds, kind => new JsonObject { ["text"] = CallTexts.Kind(kind), ["value"] = kind.ToString() }),
            ["label"] = CallTexts.AddressLabel,
            ["placeholder"] = CallTexts.AddressPlaceholder,
            ["error"] = CallTexts.AddressError,
        });

    public static CardContent Expired() => Note(CallTexts.Expired, CallTexts.ExpiredText);

    public static CardContent Withdrawn() => Note(CallTexts.Withdrawn, CallTexts.WithdrawnText);

    /// <summary>What a question turns into.</summary>
    public static CardContent Note(string title, string text) => new CardBuilder("note", title).Line(text).Build();
}
