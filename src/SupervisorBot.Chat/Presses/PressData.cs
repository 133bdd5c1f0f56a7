using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SupervisorBot.Chat.Agents;
using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.History;
using SupervisorBot.Chat.Sealing;
using SupervisorBot.Gateway.Monitoring;
using SupervisorBot.Supervision.Forcing;
using SupervisorBot.Supervision.Inspectors;
using SupervisorBot.Supervision.Talk;

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
    private const string UntilName = "until";
    private const long LatestUntil = 253_402_300_799;
    private const string ForcedName = "state";
    private const string WhyName = "why";
    private const string MinutesName = "minutes";
    private const string TargetKindName = "targetKind";
    private const string TargetAddressName = "targetAddress";
    private const string LanguageName = "language";

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

    /// <summary>Until when a question can be confirmed; null where it is none, or cannot be read.</summary>
    public DateTimeOffset? Until => Text(UntilName) is { } text && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= LatestUntil
        ? DateTimeOffset.FromUnixTimeSeconds(seconds)
        : null;

    /// <summary>The reason that was typed with the command; null where the card asks for it (<see cref="Reason"/>).</summary>
    public string? Why => Text(WhyName) is { Length: > 0 } reason ? reason : null;

    /// <summary>The state that an agent is put into.</summary>
    public ForcedState? Forced => Enum.TryParse<ForcedState>(Text(ForcedName), out var state) && Enum.IsDefined(state) ? state : null;

    /// <summary>How many minutes were typed; null for none, or what is no whole number.</summary>
    public int? Minutes => Number(MinutesName);

    /// <summary>The kind that was chosen of whom a call is transferred to.</summary>
    public TransferKind? TargetKind => Enum.TryParse<TransferKind>(Text(TargetKindName), out var kind) && Enum.IsDefined(kind) ? kind : null;

    /// <summary>The address that was typed: never to be shown or kept whole.</summary>
    public string? TargetAddress => Text(TargetAddressName);
    /// <summary>The language that was chosen, as the button told it.</summary>
    public string? Language => Text(LanguageName);

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

    /// <summary>Data of a board's button, which anybody may press.</summary>
    public static JsonObject OfBoard(Guid boardId, int page, string? text)
    {
        var data = With(Operation(boardId), PageName, page);
        return text is null ? data : With(data, TextName, Markup.CutWhole(text, AgentFilter.Longest));
    }

    /// <summary>Data of a button with which anybody may listen.</summary>
    public static JsonObject Listen(int workNo) => new() { [ModeName] = nameof(MonitoringMode.Listen), [WorkNoName] = workNo };

    public static JsonObject WorkNumber(Inspector inspector, int workNo) => With(For(inspector), WorkNoName, workNo);

    public static JsonObject History(Inspector inspector, HistoryRequest request, int page)
    {
        var data = For(inspector);
        (data[WhoName], data[SpanName], data[PageName]) = (request.Who.ToString(), request.Span.ToString(), page);
        return request.WorkNo is { } agent ? With(data, WorkNoName, agent) : data;
    }

    public static JsonObject TakeOver(Inspector inspector) => With(For(inspector), TakeOverName, true);

    /// <summary>A button of one's own talk; it is of no use for a later one.</summary>
    public static JsonObject Talk(Inspector inspector, string callId) => With(For(inspector), CallIdName, callId);

    public static JsonObject TransferOf(Inspector inspector, Guid operationId, string callId) => With(Dialog(inspector, operationId), CallIdName, callId);

    public static JsonObject EndOf(Inspector inspector, Guid operationId, DateTimeOffset until, string callId) =>
        With(Question(inspector, operationId, until), CallIdName, callId);

    public static JsonObject ForceOf(Inspector inspector, Guid operationId, DateTimeOffset until, int workNo, ForcedState state, string why) =>
        With(With(Question(inspector, operationId, until, why), WorkNoName, workNo), ForcedName, state.ToString());

    public static JsonObject DropOf(Inspector inspector, Guid operationId, DateTimeOffset until, int workNo, string callId, string why) =>
        With(With(Question(inspector, operationId, until, why), WorkNoName, workNo), CallIdName, callId);

    private static JsonObject Question(Inspector inspector, Guid operationId, DateTimeOffset until, string why = "")
    {
        var data = With(Dialog(inspector, operationId), UntilName, until.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        return why.Length == 0 ? data : With(data, WhyName, why);
    }
    public static JsonObject LanguageOf(Inspector inspector, string language) => With(For(inspector), LanguageName, language);

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
