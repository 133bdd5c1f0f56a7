using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace SupervisorBot.GatewaySimulator;

/// <summary>One request for one operation: what it names and what it carries.</summary>
internal sealed class OperationCall(Operation operation, Dictionary<string, string> route, IQueryCollection query, GatewayNode node)
{
    public const int LowestId = 101;
    public const int HighestId = 999_999;

    public Operation Operation { get; } = operation;

    /// <summary>The gateway's node that received it.</summary>
    public GatewayNode Node { get; } = node;

    public string? AgentIdText { get; } = route.GetValueOrDefault("agentid");

    public string? WorkNoText { get; } = route.GetValueOrDefault("workNo") ?? Query(query, "whisperagentid");

    public string? CallId { get; } = route.GetValueOrDefault("callId") ?? Query(query, "callid");

    public int? AgentId => Id(AgentIdText);

    public int? WorkNo => Id(WorkNoText);

    /// <summary>The body, if it is a JSON object.</summary>
    public JsonObject? Body { get; set; }

    public string? Guid { get; init; }

    /// <summary>The header of a handshake.</summary>
    public string? ServiceToken { get; init; }

    /// <summary>The signed-in caller; set once the checks have passed.</summary>
    public Agent? Caller { get; set; }

    public Session? Session { get; set; }

    /// <summary>Whether the operation itself was reached.</summary>
    public bool HasActed { get; set; }

    /// <summary>The faults that struck the request.</summary>
    public List<string> Struck { get; } = [];

    public List<string> Violations { get; } = [];

    public string? Route(string name) => route.GetValueOrDefault(name);

    public string? Query(string name) => Query(query, name);

    /// <summary>Agent ids and work numbers run from 101 to 999999 (cec_07_0437).</summary>
    private static int? Id(string? text) =>
        text is not ['0', ..] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id is >= LowestId and <= HighestId
            ? id
            : null;

    private static string? Query(IQueryCollection query, string name) => query.TryGetValue(name, out var value) ? value.ToString() : null;
}
