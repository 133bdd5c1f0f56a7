using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;
using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.Chat.History.Export;

/// <summary>
/// Teams' file consent, which there is in personal chats only (Microsoft Teams documentation, "Send and receive files using a bot"): the card that asks, the invoke
/// that answers it, and the card that shows the file.
/// </summary>
/// <param name="IsAccepted">Whether the person agreed.</param>
/// <param name="Ticket">The sealed ticket that the card carried; null where it carried none.</param>
/// <param name="Upload">Where the file is to go; null where the person declined.</param>
internal sealed record FileConsentInvoke(bool IsAccepted, string? Ticket, UploadPlace? Upload)
{
    /// <summary>The invoke's name.</summary>
    public const string Name = "fileConsent/invoke";

    private const string ConsentType = "application/vnd.microsoft.teams.card.file.consent";
    private const string InfoType = "application/vnd.microsoft.teams.card.file.info";
    private const string TicketName = "ticket";

    /// <summary>True for an answer to a consent, whatever its value looks like.</summary>
    public static bool Is(Activity activity) => activity is { IsInvoke: true, Name: Name };

    /// <summary>Reads an answer.</summary>
    /// <returns>False where it says neither yes nor no, or yes without a place.</returns>
    public static bool TryRead(Activity activity, [NotNullWhen(true)] out FileConsentInvoke? read)
    {
        read = null;
        if (!Is(activity) || activity.Value is not { ValueKind: JsonValueKind.Object } value)
        {
            return false;
        }

        var ticket = Member(value, "context") is { ValueKind: JsonValueKind.Object } context ? Text(context, TicketName) : null;
        read = Text(value, "action") switch
        {
            "accept" when Member(value, "uploadInfo") is { ValueKind: JsonValueKind.Object } info && UploadPlaceOf(info) is { } place => new FileConsentInvoke(true, ticket, place),
            "decline" => new FileConsentInvoke(false, ticket, null),
            _ => null,
        };
        return read is not null;
    }

    /// <summary>The message that asks whether a file may be put into the person's OneDrive.</summary>
    public static Activity Ask(string fileName, string description, int bytes, string ticket) => WithAttachment(new Attachment(
        ConsentType,
        new JsonObject
        {
            ["description"] = description,
            ["sizeInBytes"] = bytes,
            ["acceptContext"] = new JsonObject { [TicketName] = ticket },
            ["declineContext"] = new JsonObject { [TicketName] = ticket },
        },
        Name: fileName));

    /// <summary>The message that shows a file that is there.</summary>
    public static Activity Show(UploadPlace place) => WithAttachment(new Attachment(
        InfoType, new JsonObject { ["uniqueId"] = place.UniqueId, ["fileType"] = place.FileType }, place.ContentUrl, place.Name));

    private static Activity WithAttachment(Attachment attachment) => new() { Type = ActivityTypes.Message, Attachments = [attachment] };

    private static UploadPlace? UploadPlaceOf(JsonElement info) =>
        Uri.TryCreate(Text(info, "uploadUrl"), UriKind.Absolute, out var address)
            ? new UploadPlace(address, Text(info, "contentUrl") ?? "", Text(info, "name") ?? "", Text(info, "uniqueId") ?? "", Text(info, "fileType") ?? "")
            : null;

    private static JsonElement? Member(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value : null;

    private static string? Text(JsonElement of, string name) => Member(of, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;
}
