using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.Json.Nodes;
using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Languages;
using SupervisorBot.Chat.TeamsApp;
using SupervisorBot.Chat.Texts;

namespace SupervisorBot.Chat.Tests.TeamsApp;

public sealed class TeamsAppPackageTests
{
    private static readonly TeamsAppIdentity s_app = new(
        new Guid("8f5e0000-1111-4222-8333-444444444444"),
        "bot.example.com",
        "Example Ltd",
        new Uri("https://example.com/supervisorbot"),
        new Uri("https://example.com/privacy"),
        new Uri("https://example.com/terms"),
        "1.2.3");

    [Fact]
    public void The_same_app_is_the_same_bytes_and_another_is_not()
    {
        Assert.Equal(TeamsAppPackage.Make(s_app), TeamsAppPackage.Make(s_app));
        Assert.NotEqual(TeamsAppPackage.Make(s_app), TeamsAppPackage.Make(s_app with { HostName = "other.example.com" }));
    }

    [Fact]
    public void The_package_holds_the_manifest_its_languages_and_icons_and_nothing_else()
    {
        Assert.Equal(["ar.json", "color.png", "es.json", "fr.json", "manifest.json", "outline.png", "zh-cn.json"], Files().Keys.Order(StringComparer.Ordinal));
        // Every language that the bot speaks.
        Assert.Equal(Language.Spoken.Order(StringComparer.Ordinal), AppLanguage.Others.Append(AppLanguage.Default).Select(language => language.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_manifest_is_of_the_app_that_was_named_and_leaves_no_place_empty()
    {
        var manifest = Manifest();

        Assert.Equal((s_app.AppId.ToString(), s_app.AppId.ToString(), "1.2.3"), (Text(manifest["id"]), Text(manifest["bots"]![0]!["botId"]), Text(manifest["version"])));
        Assert.Equal(["bot.example.com"], manifest["validDomains"]!.AsArray().Select(Text));
        Assert.Equal(
            ["Example Ltd", "https://example.com/supervisorbot", "https://example.com/privacy", "https://example.com/terms"],
            manifest["developer"]!.AsObject().Select(member => Text(member.Value)));
        Assert.Equal((true, true), (manifest["bots"]![0]!["supportsFiles"]!.GetValue<bool>(), manifest["bots"]![0]!["supportsTargetedMessages"]!.GetValue<bool>()));
        Assert.All(Strings(manifest), text =>
        {
            Assert.False(string.IsNullOrWhiteSpace(text));
            Assert.DoesNotContain("00000000-0000", text, StringComparison.Ordinal);
            Assert.DoesNotContain("${", text, StringComparison.Ordinal);
            Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Each_scope_lists_twelve_commands_that_there_are_by_slash_and_mention()
    {
        var lists = Manifest()["bots"]![0]!["commandLists"]!.AsArray();

        Assert.Equal(["personal", "team", "groupChat"], lists.Select(list => Text(Assert.Single(list!["scopes"]!.AsArray()))));
        Assert.All(lists, list =>
        {
            var titles = list!["commands"]!.AsArray().Select(command => Text(command!["title"])).ToList();
            Assert.Equal(AppCommands.Most, titles.Count);
            Assert.Equal(titles.Count, titles.Distinct().Count());
            Assert.All(titles, title => Assert.Contains(CommandTable.All, command => command.Name == title));
            Assert.All(titles, title => Assert.InRange(title.Length, 1, 32));
            Assert.Contains("help", titles);
            Assert.Contains("intercept", titles);
            Assert.Equal(["slash", "mention"], list["triggers"]!.AsArray().Select(Text));
        });
    }

    [Fact]
    public void Commands_are_described_in_each_language_as_the_bot_does_and_what_is_typed_stays()
    {
        var files = Files();
        var lists = Manifest()["bots"]![0]!["commandLists"]!.AsArray();
        foreach (var language in AppLanguage.Others)
        {
            using var spoken = Language.Of(language.Name).Speak();
            var words = JsonNode.Parse(files[language.FileName])!.AsObject();
            Assert.Equal(AppTexts.ShortDescription, Text(words["description.short"]));
            for (var list = 0; list < lists.Count; list++)
            {
                var commands = lists[list]!["commands"]!.AsArray();
                for (var index = 0; index < commands.Count; index++)
                {
                    var command = CommandTable.All.Single(known => known.Name == Text(commands[index]!["title"]));
                    Assert.Equal(command.Name, Text(words[$"bots[0].commandLists[{list}].commands[{index}].title"]));
                    var described = Text(words[$"bots[0].commandLists[{list}].commands[{index}].description"]);
                    Assert.StartsWith(CommandTexts.Description(command), described, StringComparison.Ordinal);
                    Assert.NotEqual(Text(commands[index]!["description"]), described);
                }
            }
        }
    }

    [Fact]
    public void The_icons_are_of_the_right_sizes_and_the_outline_is_white_on_nothing()
    {
        var files = Files();

        Assert.Equal((192, 192), SizeOf(files["color.png"]));
        Assert.Equal((32, 32), SizeOf(files["outline.png"]));
        // Colour type 6: red, green, blue and alpha of 8 bits each.
        Assert.Equal(6, files["outline.png"][25]);
        var pixels = PixelsOf(files["outline.png"]);
        Assert.All(pixels, pixel => Assert.Equal((255, 255, 255), (pixel.Red, pixel.Green, pixel.Blue)));
        Assert.Contains(pixels, pixel => pixel.Alpha == 0);
        Assert.Contains(pixels, pixel => pixel.Alpha == 255);
    }

    [Fact]
    public async Task Manifest_and_language_files_are_valid_by_microsofts_schemas()
    {
        var files = Files();
        Assert.Empty(await ManifestSchema.ProblemsAsync(files["manifest.json"], AppLanguage.Others.ToDictionary(language => language.FileName, language => files[language.FileName])));
    }

    [Fact]
    public async Task The_schemas_find_what_is_wrong()
    {
        var manifest = Manifest();
        manifest["bots"]![0]!["commandLists"]![0]!["commands"]!.AsArray().Add(new JsonObject { ["title"] = "thirteenth" });
        manifest["id"] = "no id";

        var problems = await ManifestSchema.ProblemsAsync(
            System.Text.Encoding.UTF8.GetBytes(manifest.ToJsonString()),
            new Dictionary<string, byte[]> { ["es.json"] = """{ "name.short": "a name that is far longer than thirty characters" }"""u8.ToArray() });

        Assert.Contains(problems, problem => problem.StartsWith("manifest.json/id", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.StartsWith("manifest.json/bots/0/commandLists/0/commands", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.StartsWith("es.json", StringComparison.Ordinal));
    }

    private static Dictionary<string, byte[]> Files()
    {
        using var zip = new ZipArchive(new MemoryStream(TeamsAppPackage.Make(s_app)));
        return zip.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var stream = entry.Open();
            using var copy = new MemoryStream();
            stream.CopyTo(copy);
            return copy.ToArray();
        });
    }

    private static JsonObject Manifest() => JsonNode.Parse(Files()["manifest.json"])!.AsObject();

    private static string Text(JsonNode? node) => node!.GetValue<string>();

    private static IEnumerable<string> Strings(JsonNode? node) => node switch
    {
        JsonObject element => element.SelectMany(member => Strings(member.Value)),
        JsonArray array => array.SelectMany(Strings),
        JsonValue value when value.TryGetValue(out string? text) => [text],
        _ => [],
    };

    private static (int Width, int Height) SizeOf(byte[] png) =>
        (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)));

    /// <summary>The pixels of a PNG of colour type 6 whose rows are not filtered.</summary>
    private static List<(int Red, int Green, int Blue, int Alpha)> PixelsOf(byte[] png)
    {
        using var data = new MemoryStream();
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            if (png.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8))
            {
                data.Write(png, at + 8, length);
            }

            at += length + 12;
        }

        data.Position = 0;
        using var raw = new MemoryStream();
        using (var inflated = new ZLibStream(data, CompressionMode.Decompress))
        {
            inflated.CopyTo(raw);
        }

        var (bytes, row) = (raw.ToArray(), 1 + (32 * 4));
        Assert.Equal(32 * row, bytes.Length);
        return
        [
            .. Enumerable.Range(0, 32).SelectMany(y =>
            {
                Assert.Equal(0, bytes[y * row]);
                return Enumerable.Range(0, 32).Select(x => (y * row) + 1 + (x * 4)).Select(at => ((int)bytes[at], (int)bytes[at + 1], (int)bytes[at + 2], (int)bytes[at + 3]));
            }),
        ];
    }
}
