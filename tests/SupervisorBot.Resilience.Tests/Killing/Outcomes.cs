using System.Text.Json.Nodes;
using SupervisorBot.ConnectorSimulator.Cards;
using SupervisorBot.ConnectorSimulator.Recording;

namespace SupervisorBot.Resilience.Tests.Killing;

/// <summary>Reads what a thread tells, by the words that people read.</summary>
internal static class Outcomes
{
    public static string Words(this ThreadMessage message) => message.Card is { } card ? CardReader.Words(card) : message.Text ?? "";

    /// <summary>Whether a message asks for the press that takes a call over.</summary>
    public static bool IsOpen(ThreadMessage message) =>
        message is { IsFromBot: true, Card: { } card } && CardReader.Buttons(card).Any(button => button.Is("Intercept now"));

    /// <summary>Whether a message is the talk's card after the talk.</summary>
    public static bool TellsEndOfTalk(ThreadMessage message) =>
        message.Card is { } card && CardReader.Words(card) is var words && words.Contains("The talk of", StringComparison.Ordinal) && words.Contains("has ended", StringComparison.Ordinal);

    public static Outcome? OfMessage(ThreadMessage message) => message.Card is { } card ? OfCard(card) : OfText(message.Text);

    public static Outcome? OfCard(JsonObject card) => CardReader.Words(card) switch
    {
        var words when words.Contains("✔ Call taken over", StringComparison.Ordinal) => Outcome.Done,
        var words when words.Contains("? Unknown: look at your phone", StringComparison.Ordinal) => Outcome.Unknown,
        var words when words.Contains("× Not taken over", StringComparison.Ordinal) || words.Contains("Expired: nothing was done", StringComparison.Ordinal) => Outcome.NotDone,
        _ => null,
    };

    public static Outcome? OfText(string? text) => text switch
    {
        null => null,
        _ when text.StartsWith('✔') && text.Contains("took over the call", StringComparison.Ordinal) => Outcome.Done,
        _ when text.StartsWith("× Not taken over", StringComparison.Ordinal) => Outcome.NotDone,
        _ when text.StartsWith('?') && text.Contains("it is not known whether", StringComparison.Ordinal) => Outcome.Unknown,
        _ => null,
    };
}
