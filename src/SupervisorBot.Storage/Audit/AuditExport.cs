using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using SupervisorBot.Storage.Schema;

namespace SupervisorBot.Storage.Audit;

/// <summary>Writes the audit out as JSON Lines: one object for each row, with all that is needed to verify it elsewhere.</summary>
public sealed class AuditExport
{
    private static readonly byte[] LineEnd = "\n"u8.ToArray();

    private readonly AuditPages _pages;

    internal AuditExport(AuditPages pages) => _pages = pages;

    /// <summary>Writes rows, the oldest first.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="from">Only what happened then or later.</param>
    /// <param name="to">Only what happened before then.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many were written.</returns>
    public async Task<long> WriteAsync(Stream output, DateTimeOffset? from, DateTimeOffset? to, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(output);
        await using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        long written = 0;
        await foreach (var row in _pages.ReadAllAsync(0, cancellationToken))
        {
            if (row.At < from || row.At >= to)
            {
                continue;
            }

            Write(writer, row);
            await writer.FlushAsync(cancellationToken);
            await output.WriteAsync(LineEnd, cancellationToken);
            writer.Reset();
            written++;
        }

        return written;
    }

    private static void Write(Utf8JsonWriter writer, AuditRow row)
    {
        writer.WriteStartObject();
        writer.WriteNumber("sequence", row.Sequence);
        writer.WriteString("at", row.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture));
        writer.WritePropertyName("entry");
        WriteDocument(writer, row.Document);
        writer.WriteString("keyId", row.KeyId);
        writer.WriteString("hmac", Convert.ToHexStringLower(row.Hmac));
        writer.WriteEndObject();
    }

    /// <summary>A document that was altered may be no JSON any more; it must not break its line.</summary>
    private static void WriteDocument(Utf8JsonWriter writer, string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            document.RootElement.WriteTo(writer);
        }
        catch (JsonException)
        {
            writer.WriteStringValue(text);
        }
    }
}
