using System.Text.Encodings.Web;
using System.Text.Json;
using SupervisorBot.Supervision.Audit;

namespace SupervisorBot.Storage.Audit;

/// <summary>
/// An entry as it is stored: JSON of always the same order, without what is not known. It is signed and verified as the text that it is, so that members may
/// be added later.
/// </summary>
internal static class AuditDocument
{
    // Letters of all languages stay as they are read: the text goes into no page.
    private static readonly AuditJson Json = new(new JsonSerializerOptions(AuditJson.Default.AuditEntry.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static string Write(AuditEntry entry) => JsonSerializer.Serialize(entry with { At = null }, Json.AuditEntry);

    /// <exception cref="JsonException">The text is no such document.</exception>
    public static AuditEntry Read(string text) => JsonSerializer.Deserialize(text, Json.AuditEntry) ?? throw new JsonException("The document is empty.");
}
