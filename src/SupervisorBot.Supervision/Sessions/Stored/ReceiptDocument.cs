using System.Text.Json;
using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Supervision.Sessions.Stored;

/// <summary>A receipt as it is stored with the request that it answers.</summary>
internal sealed record ReceiptDocument
{
    public Refusal? Refusal { get; init; }

    public int? WorkNo { get; init; }

    public static string Write(Receipt receipt) =>
        JsonSerializer.Serialize(new ReceiptDocument { Refusal = receipt.Refusal, WorkNo = receipt.WorkNo }, SessionJson.Default.ReceiptDocument);

    /// <summary>The answer to the request when it comes again.</summary>
    /// <exception cref="JsonException">The text is no such document.</exception>
    public static Receipt ReadAgain(string text)
    {
        var document = JsonSerializer.Deserialize(text, SessionJson.Default.ReceiptDocument) ?? throw new JsonException("The document is empty.");
        return new Receipt(document.Refusal, document.WorkNo, Repeated: true);
    }
}
