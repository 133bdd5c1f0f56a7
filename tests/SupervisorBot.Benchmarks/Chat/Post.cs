using System.Text.Json.Nodes;

namespace SupervisorBot.Benchmarks.Chat;

/// <summary>One activity that a server sent to the connector.</summary>
/// <param name="IsEdit">True for an edit (PUT), false for a post.</param>
/// <param name="MessageId">The message edited, or the id that the connector gave to the post.</param>
/// <param name="Timestamp">When it had arrived in whole, on <see cref="System.Diagnostics.Stopwatch"/>'s clock.</param>
/// <param name="Body">The activity in JSON; empty where it was not kept.</param>
internal sealed record Post(bool IsEdit, string MessageId, long Timestamp, byte[] Body)
{
    public JsonObject Activity => (JsonObject)JsonNode.Parse(Body)!;

    /// <summary>Whether a card in it has a button with that verb.</summary>
    public bool Offers(string verb) => Body.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes($"\"verb\":\"{verb}\"")) >= 0;

    /// <summary>Whether it is plain text, without a card.</summary>
    public bool IsText => Body.AsSpan().IndexOf("\"attachments\":["u8) < 0;
}
