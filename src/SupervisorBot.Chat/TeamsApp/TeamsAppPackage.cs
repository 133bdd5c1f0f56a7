using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SupervisorBot.Chat.TeamsApp;

/// <summary>Makes the zip file that the Teams admin centre takes: the manifest, its words in other languages, and the icons.</summary>
public static class TeamsAppPackage
{
    private const string Folder = "manifest/";
    private const string Manifest = "manifest.json";
    private const string ColorIcon = "color.png";
    private const string OutlineIcon = "outline.png";

    // What the zip format begins with: the same app is the same bytes, whenever it is packed.
    private static readonly DateTimeOffset s_always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly JsonSerializerOptions s_written = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Makes the package.</summary>
    /// <param name="app">Whose app it is.</param>
    /// <returns>The zip file's bytes, the same for the same app.</returns>
    public static byte[] Make(TeamsAppIdentity app)
    {
        ArgumentNullException.ThrowIfNull(app);
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            var template = JsonNode.Parse(Read(Manifest))!.AsObject();
            Add(zip, Manifest, Text(TeamsManifest.Of(template, app)));
            foreach (var language in AppLanguage.Others)
            {
                Add(zip, language.FileName, Text(TeamsManifest.Words(language)));
            }

            Add(zip, ColorIcon, Read(ColorIcon));
            Add(zip, OutlineIcon, Read(OutlineIcon));
        }

        return output.ToArray();
    }

    private static byte[] Text(JsonObject json) => Encoding.UTF8.GetBytes(json.ToJsonString(s_written) + "\n");

    private static byte[] Read(string name)
    {
        using var stream = typeof(TeamsAppPackage).Assembly.GetManifestResourceStream(Folder + name)
            ?? throw new InvalidOperationException($"{Folder}{name} is not built in.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private static void Add(ZipArchive zip, string name, byte[] bytes)
    {
        // Packed without compression: another version of that would make other bytes.
        var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
        entry.LastWriteTime = s_always;
        using var stream = entry.Open();
        stream.Write(bytes);
    }
}
