using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SupervisorBot.Chat.Agents;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.History;
using SupervisorBot.Chat.Sealing;
using SupervisorBot.Gateway.Monitoring;
using SupervisorBot.Supervision.Inspectors;

namespace SupervisorBot.Chat.Presses;

/// <summary>
/// What a button brings back. It comes from a client, so nothing in it is trusted: every member is read with care, and whoever presses acts
/// in their own name only.
/// </summary>
internal sealed class PressData(JsonElement data)
{
    private const string VerbName = "verb";
    private const string WorkNoName = "workNo";
    private const string CallIdName = "callId";
    private const string OperationName = "op";
    private const string PageName = "page";
    private const string TextName = "text";
    private const string ModeName = "mode";
    private const string ByName = "by";
    private const string AskerName = "asker";
    private const string WhoName = "who";
    private const string SpanName = "span";
    private const string LineName = "line";
    private const int LongestName = 20;
    private const int LongestLine = 200;
    private const string TakeOverName = "takeOver";

    /// <summary>The input that asks for a reason.</summary>
    public const string ReasonName = "reason";

    public string? Verb => Text(VerbName);

    public int? WorkNo => Number(WorkNoName) is { } number && Commands.WorkNumber.IsValid(number) ? number : null;

    public string? CallId => Text(CallIdName) is { Length: > 0 } id ? id : null;

    public Guid? OperationId => Guid.TryParseExact(Text(OperationName), "N", out var id) ? id : null;

    public int Page => Math.Max(0, Number(PageName) ?? 0);

    public string? Filter => Text(TextName) is { Length: > 0 } text ? text : null;

    public MonitoringMode? Mode => Enum.TryParse<MonitoringMode>(Text(ModeName), ignoreCase: true, out var mode) && Enum.IsDefined(mode) ? mode : null;

    /// <summary>The command line that a button stands for.</summary>
    public string? Line => Text(LineName) is { Length: > 0 } line ? line : null;

    /// <summary>What was typed or chosen as the reason of an interception; null for nothing.</summary>
    public string? Reason => Text(ReasonName) is { Length: > 0 } reason ? reason : null;

    /// <summary>Whose acts a part of the history is of.</summary>
    public string? Who => Text(WhoName);

    /// <summary>How far back a part of the history goes.</summary>
    public string? Span => Text(SpanName);

    /// <summary>The agent id of the inspector for whom the card was made; null where anybody may press.</summary>
    public int? By => Number(ByName);

    /// <summary>The name of that inspector, for a word to others.</summary>
    public string? Asker => Text(AskerName);

    /// <summary>Whether the card is in a message that only the presser sees.</summary>
    public bool IsPrivate => Flag(PressMarks.PrivateMember);

    /// <summary>The conversation where the card was asked for, where it is another; null otherwise.</summary>
    public string? Home => Text(PressMarks.HomeMember) is { Length: > 0 } home ? home : null;

    public bool IsTakeOver => Flag(TakeOverName);

    /// <summary>Data of a button that only one inspector may press.</summary>
    public static JsonObject For(Inspector inspector) => new() { [ByName] = inspector.AgentId, [AskerName] = Short(inspector.DisplayName) };

    public static JsonObject For(Inspector inspector, MonitoringMode mode) => With(For(inspector), ModeName, mode.ToString());

    public static JsonObject For(Inspector inspector, MonitoringMode mode, int workNo) => With(For(inspector, mode), WorkNoName, workNo);

    public static JsonObject Operation(Guid operationId) => new() { [OperationName] = operationId.ToString("N", CultureInfo.InvariantCulture) };

    public static JsonObject Agent(Inspector inspector, Guid operationId, int workNo) =>
        With(Dialog(inspector, operationId), WorkNoName, workNo);

    public static JsonObject Call(Inspector inspector, Guid operationId, int workNo, string callId) =>
        With(Agent(inspector, operationId, workNo), CallIdName, callId);

    public static JsonObject PageOf(Inspector inspector, Guid operationId, int page, string? text)
    {
        var data = With(Dialog(inspector, operationId), PageName, page);
        return text is null ? data : With(data, TextName, Markup.CutWhole(text, AgentFilter.Longest));
    }

    public static JsonObject Command(Inspector inspector, string line) => With(For(inspector), LineName, Markup.CutWhole(line, LongestLine));

    public static JsonObject WorkNumber(Inspector inspector, int workNo) => With(For(inspector), WorkNoName, workNo);

    public static JsonObject History(Inspector inspector, HistoryRequest request, int page)
    {
        var data = For(inspector);
        (data[WhoName], data[SpanName], data[PageName]) = (request.Who.ToString(), request.Span.ToString(), page);
        return request.WorkNo is { } agent ? With(data, WorkNoName, agent) : data;
    }

    public static JsonObject TakeOver(Inspector inspector) => With(For(inspector), TakeOverName, true);

    public static JsonObject Dialog(Inspector inspector, Guid operationId)
    {
        var data = For(inspector);
        data[OperationName] = operationId.ToString("N", CultureInfo.InvariantCulture);
        return data;
    }

    // It stands in every button of a list, twice, and counts against the size of the card.
    private static string Short(string name) => Markup.CutWhole(name, LongestName);

    private static JsonObject With(JsonObject data, string name, JsonNode value)
    {
        data[name] = value;
        return data;
    }

    private bool Flag(string name) =>
        data.ValueKind == JsonValueKind.Object && data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private string? Text(string name) =>
        data.ValueKind == JsonValueKind.Object && data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    // A submit's values may come back as texts.
    private int? Number(string name)
    {
        if (data.ValueKind != JsonValueKind.Object || !data.TryGetProperty(name, out var value))
        {
            return null;
        }

        return value.ValueKind switch
        {
            JsonValueKind.Number when value.TryGetInt32(out var number) => number,
            JsonValueKind.String when int.TryParse(value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
            _ => null,
        };
    }
}
