using System.Text.Json;

namespace SupervisorBot.Supervision.Interception.Stored;

/// <summary>
/// Writes and reads an interception as it is stored: JSON that stays readable when the program changes, since members are only ever added and each of the
/// newer ones may be absent.
/// </summary>
public static class InterceptionDocument
{
    /// <summary>The text to store. The customer's full number is in it only until the interception is decided: the talk has to be recognised by it no longer then.</summary>
    /// <param name="record">The interception.</param>
    public static string Write(InterceptionRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return JsonSerializer.Serialize(InterceptionShape.Of(record), InterceptionJson.Default.InterceptionShape);
    }

    /// <summary>Reads a stored text.</summary>
    /// <param name="text">What was written.</param>
    /// <exception cref="JsonException">The text is no such document.</exception>
    public static InterceptionRecord Read(string text) =>
        (JsonSerializer.Deserialize(text, InterceptionJson.Default.InterceptionShape) ?? throw new JsonException("The document is empty.")).ToRecord();
}
