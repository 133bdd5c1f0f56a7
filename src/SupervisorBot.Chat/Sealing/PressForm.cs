using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace SupervisorBot.Chat.Sealing;

/// <summary>
/// The bytes that stand for a button: where it stands, since when, and its data. Members come in one order, every part has its length before it, and a number
/// and the same number as text, into which some clients turn it, are the same. What a person puts into the card's inputs, which come back among the data, is left out.
/// </summary>
internal sealed class PressForm
{
    // Not to be mistaken for anything else that may once be sealed with the same key.
    private const string Purpose = "SupervisorBot press 1";

    private readonly ArrayBufferWriter<byte> _bytes = new(512);

    private PressForm()
    {
    }

    /// <summary>Writes the form.</summary>
    /// <param name="where">The button's place.</param>
    /// <param name="issuedAt">Since when it stands there, in seconds since 1970.</param>
    /// <param name="data">Its data.</param>
    /// <param name="isLeftOut">Whether a member is no part of it: the seal, and the inputs.</param>
    /// <param name="bytes">The bytes.</param>
    /// <returns>False where the data has a member twice, or is no object: no button of ours has such data.</returns>
    public static bool TryWrite(PressPlace where, uint issuedAt, JsonElement data, Func<string, bool> isLeftOut, [NotNullWhen(true)] out ReadOnlyMemory<byte>? bytes)
    {
        var form = new PressForm();
        form.Add(Purpose);
        form.Add(where.TenantId);
        form.Add(where.ConversationId);
        form.Add(issuedAt);
        var isWritten = data.ValueKind == JsonValueKind.Object && form.TryAdd(data, isLeftOut);
        bytes = isWritten ? form._bytes.WrittenMemory : null;
        return isWritten;
    }

    private bool TryAdd(JsonElement element, Func<string, bool>? isLeftOut = null)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                var members = element.EnumerateObject().Where(member => isLeftOut?.Invoke(member.Name) != true).OrderBy(member => member.Name, StringComparer.Ordinal).ToList();
                Add('{', members.Count);
                return members.Zip(members.Skip(1)).All(pair => pair.First.Name != pair.Second.Name) && members.TrueForAll(TryAdd);
            case JsonValueKind.Array:
                Add('[', element.GetArrayLength());
                return element.EnumerateArray().All(item => TryAdd(item));
            case JsonValueKind.String:
                Add(element.GetString()!);
                return true;
            default:
                Add(element.GetRawText());
                return true;
        }
    }

    private bool TryAdd(JsonProperty member)
    {
        Add(member.Name);
        return TryAdd(member.Value);
    }

    private void Add(char kind, int count)
    {
        _bytes.Write([(byte)kind]);
        Add((uint)count);
    }

    private void Add(uint number)
    {
        BinaryPrimitives.WriteUInt32BigEndian(_bytes.GetSpan(sizeof(uint)), number);
        _bytes.Advance(sizeof(uint));
    }

    private void Add(string text)
    {
        Add('"', Encoding.UTF8.GetByteCount(text));
        Encoding.UTF8.GetBytes(text, _bytes);
    }
}
