using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.Chat.Templating;

namespace SupervisorBot.Chat.Sealing;

/// <summary>
/// Seals the buttons of every card that leaves, and looks at the seals of those that are pressed: a button counts only as this bot made it, in the
/// conversation for which it was made. A seal is the last byte of its key's number, the time in seconds since 1970, and the first 16 bytes of an HMAC-SHA-256
/// over the <see cref="PressForm"/>, in base64url.
/// </summary>
internal sealed class PressSeals(PressKeys keys, CardLibrary library, IOptions<PressOptions> options, TimeProvider time)
{
    /// <summary>The member of a button's data that holds the seal.</summary>
    public const string Member = "seal";

    private const int TimeAt = 1;
    private const int CodeAt = TimeAt + sizeof(uint);
    private const int CodeLength = 16;
    private const int SealLength = CodeAt + CodeLength;

    /// <summary>What stands in the place of a seal until the card leaves: as long as one, so that a card's size is known when it is made.</summary>
    public static string Blank { get; } = new('-', Base64Url.GetEncodedLength(SealLength));

    /// <summary>A message with the buttons of its cards sealed for a conversation; the same one where it has none.</summary>
    public ValueTask<Activity> SealAsync(Activity activity, ConversationReference where, CancellationToken cancellationToken) =>
        SealAsync(activity, where, null, cancellationToken);

    /// <summary>A message with the buttons of its cards sealed for a conversation; the same one where it has none.</summary>
    /// <param name="activity">The message.</param>
    /// <param name="where">Where it goes.</param>
    /// <param name="asked">Where it was asked for, see <see cref="PressMarks.Home"/>; null where that is the same.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<Activity> SealAsync(
        Activity activity, ConversationReference where, ConversationReference? asked, CancellationToken cancellationToken)
    {
        if (activity.Attachments is not { Count: > 0 } attachments || !attachments.Any(attachment => Buttons(attachment.Content).Any()))
        {
            return activity;
        }

        var key = await keys.CurrentAsync(cancellationToken);
        var marks = PressMarks.Of(activity, where, asked);
        return activity with { Attachments = [.. attachments.Select(attachment => attachment with { Content = Sealed(attachment.Content, where, marks, key) })] };
    }

    /// <summary>A card with its buttons sealed for a conversation.</summary>
    public ValueTask<JsonNode> SealAsync(JsonNode card, ConversationReference where, CancellationToken cancellationToken) =>
        SealAsync(card, where, default, cancellationToken);

    /// <summary>A card with its buttons marked, and sealed for a conversation.</summary>
    public async ValueTask<JsonNode> SealAsync(JsonNode card, ConversationReference where, PressMarks marks, CancellationToken cancellationToken) =>
        Buttons(card).Any() ? Sealed(card, where, marks, await keys.CurrentAsync(cancellationToken)) : card;

    /// <summary>Looks at what a button brought back.</summary>
    /// <exception cref="Exception">The key is not known here and cannot be read at present.</exception>
    public async ValueTask<SealVerdict> LookAsync(JsonElement data, ConversationReference where, CancellationToken cancellationToken)
    {
        if (!TryRead(data, out var seal))
        {
            return SealVerdict.Missing;
        }

        return await keys.FindAsync(seal[0], cancellationToken) is { } key ? Judge(seal, data, where, key) : SealVerdict.UnknownKey;
    }

    private SealVerdict Judge(ReadOnlySpan<byte> seal, JsonElement data, ConversationReference where, PressKey key)
    {
        var issuedAt = BinaryPrimitives.ReadUInt32BigEndian(seal[TimeAt..]);
        if (!PressForm.TryWrite(PressPlace.Of(where), issuedAt, data, IsNoPart, out var form)
            || !CryptographicOperations.FixedTimeEquals(Code(key, form.Value.Span), seal[CodeAt..]))
        {
            return SealVerdict.Wrong;
        }

        return time.GetUtcNow() - DateTimeOffset.FromUnixTimeSeconds(issuedAt) <= options.Value.Lifetime ? SealVerdict.Good : SealVerdict.TooOld;
    }

    // What was handed over for sending is not changed: it may be sent again, elsewhere.
    [return: NotNullIfNotNull(nameof(card))]
    private JsonNode? Sealed(JsonNode? card, ConversationReference where, PressMarks marks, PressKey key)
    {
        var copy = card?.DeepClone();
        foreach (var data in Buttons(copy))
        {
            marks.Put(data);
            data[Member] = Make(data, where, key);
        }

        return copy;
    }

    private string Make(JsonObject data, ConversationReference where, PressKey key)
    {
        var issuedAt = (uint)time.GetUtcNow().ToUnixTimeSeconds();
        if (!PressForm.TryWrite(PressPlace.Of(where), issuedAt, JsonSerializer.SerializeToElement(data, PressSealJson.Default.JsonObject), IsNoPart, out var form))
        {
            throw new InvalidOperationException("A button's data cannot be sealed.");
        }

        Span<byte> seal = stackalloc byte[SealLength];
        seal[0] = (byte)key.Generation;
        BinaryPrimitives.WriteUInt32BigEndian(seal[TimeAt..], issuedAt);
        Code(key, form.Value.Span).CopyTo(seal[CodeAt..]);
        return Base64Url.EncodeToString(seal);
    }

    private bool IsNoPart(string member) => member == Member || library.Inputs.Contains(member);

    private static ReadOnlySpan<byte> Code(PressKey key, ReadOnlySpan<byte> form) => HMACSHA256.HashData(key.Reveal(), form).AsSpan(0, CodeLength);

    private static bool TryRead(JsonElement data, out byte[] seal)
    {
        seal = new byte[SealLength];
        return data.ValueKind == JsonValueKind.Object
            && data.TryGetProperty(Member, out var value)
            && value.ValueKind == JsonValueKind.String
            && value.GetString() is { } text
            && text.Length == Blank.Length
            && Base64Url.TryDecodeFromChars(text, seal, out var length)
            && length == SealLength;
    }

    /// <summary>The data of every button of a card, of those for older clients too.</summary>
    private static IEnumerable<JsonObject> Buttons(JsonNode? node) => node switch
    {
        JsonObject element when IsButton(element) => Inner(element).Prepend(element["data"]!.AsObject()),
        JsonObject element => Inner(element),
        JsonArray array => array.SelectMany(Buttons),
        _ => [],
    };

    private static bool IsButton(JsonObject element) =>
        element["type"] is JsonValue type && type.TryGetValue<string>(out var name) && name is "Action.Execute" or "Action.Submit" && element["data"] is JsonObject;

    private static IEnumerable<JsonObject> Inner(JsonObject element) => element.Where(member => member.Key != "data").SelectMany(member => Buttons(member.Value));
}
