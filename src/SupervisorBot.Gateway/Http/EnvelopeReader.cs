using System.Buffers;
using System.Text;
using System.Text.Json;

namespace SupervisorBot.Gateway.Http;

/// <summary>Reads an answer's body, whatever its charset and however loosely it keeps to JSON.</summary>
internal static class EnvelopeReader
{
    /// <summary>The most that is read of a body: a roster of twenty thousand agents fits.</summary>
    public const int LargestBody = 8 * 1024 * 1024;

    private static readonly JsonDocumentOptions DocumentOptions = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 32,
    };

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    /// <summary>Reads the envelope.</summary>
    /// <exception cref="FormatException">The body is too large or no envelope.</exception>
    public static async Task<Envelope> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var bytes = await ReadBodyAsync(content, cancellationToken);
        var text = Decode(bytes, content.Headers.ContentType?.CharSet);
        return Parse(text);
    }

    /// <summary>Parses an envelope's text.</summary>
    /// <exception cref="FormatException">It is no envelope.</exception>
    public static Envelope Parse(string text)
    {
        var root = ParseRoot(text);
        var retCode = LenientJson.Text(root, "retcode")?.Trim();
        return string.IsNullOrEmpty(retCode)
            ? throw new FormatException("The answer has no retcode.")
            : new Envelope(retCode, LenientJson.Member(root, "result"), LenientJson.Member(root, "event"));
    }

    /// <summary>Parses JSON with the gateway's padding.</summary>
    /// <exception cref="FormatException">It is no JSON.</exception>
    public static JsonElement ParseRoot(string text)
    {
        try
        {
            // Raw NULs are not JSON; the gateway pads with them.
            var json = text.Replace("\0", string.Empty, StringComparison.Ordinal).Trim('\uFEFF', ' ', '\r', '\n', '\t');
            using var document = JsonDocument.Parse(json, DocumentOptions);
            return document.RootElement.Clone();
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            // Half a character in the text is an ArgumentException. The message of the parser quotes the body, which belongs in no log.
            throw new FormatException("The answer is not JSON.");
        }
    }

    /// <summary>
    /// Decodes a body: by its charset where that is known, else as UTF-8 where it is that, else as GBK (GB18030 holds all of it).
    /// </summary>
    public static string Decode(byte[] bytes, string? charset)
    {
        var name = charset?.Trim('"', '\'', ' ');
        if (string.IsNullOrEmpty(name) || name.ToUpperInvariant() is "UTF-8" or "UTF8")
        {
            return DecodeUtf8OrGbk(bytes);
        }

        if (name.StartsWith("gb", StringComparison.OrdinalIgnoreCase))
        {
            return Gbk.GetString(bytes);
        }

        try
        {
            return Encoding.GetEncoding(name).GetString(bytes);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            // No charset of that name, or one that is switched off, as UTF-7 is.
            return DecodeUtf8OrGbk(bytes);
        }
    }

    private static string DecodeUtf8OrGbk(byte[] bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Gbk.GetString(bytes);
        }
    }

    private static async Task<byte[]> ReadBodyAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        using var body = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            int read;
            while ((read = await stream.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (body.Length + read > LargestBody)
                {
                    throw new FormatException("The answer is too large.");
                }

                body.Write(buffer, 0, read);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }

        return body.ToArray();
    }
}
