using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace SupervisorBot.GatewaySimulator;

/// <summary>Takes each request through the same steps: find the operation, record, check, act, answer; and lets faults strike on the way.</summary>
internal sealed class GatewayInterface
{
    /// <summary>The load balancer's cookie.</summary>
    public const string CookieName = "NSLB_NODE";

    private readonly ContactCentre centre;
    private readonly RequestLog log;
    private readonly InterceptLog intercepts;
    private readonly SimulatorOptions options;
    private readonly Refusals refusals;
    private readonly Mishaps mishaps;
    private readonly FaultStrikes strikes;
    private readonly EventPolling polling;
    private readonly OperationTable table;
    private readonly string[] prefix;
    private readonly ConcurrentDictionary<int, bool> signInsUnderWay = [];

    public GatewayInterface(GatewaySimulatorHost host)
    {
        centre = host.ContactCentre;
        log = host.RequestLog;
        intercepts = host.Intercepts;
        options = host.Options;
        refusals = new Refusals(centre.Floor);
        mishaps = new Mishaps(centre, host.Faults);
        strikes = new FaultStrikes(host.Faults, centre.Floor);
        polling = new EventPolling(centre.Floor, centre.Desk);
        prefix = options.PathPrefix.Split('/', StringSplitOptions.RemoveEmptyEntries);
        table = new OperationTable(
        [
            polling.Operation,
            .. new OnlineAgentOperations(centre).All,
            .. new QualityControlOperations(centre, host.Faults).All,
            .. new AgentGroupOperations(centre).All,
            .. new CallDataOperations(centre).All,
            .. new VoiceCallOperations(centre).All,
        ]);
    }

    private TimeProvider Time => centre.Floor.Time;

    /// <summary>Handles one request that a node received.</summary>
    public async Task HandleAsync(HttpContext context, GatewayNode node)
    {
        var segments = Segments(context);
        var (operation, route, allowed) = segments is null ? (null, [], []) : table.Find(context.Request.Method, segments);
        var call = operation is null
            ? null
            : new OperationCall(operation, route, context.Request.Query, node) { Guid = Header(context, "Guid"), ServiceToken = Header(context, "service_token") };
        var record = Begin(context, node, call, isAllowed: allowed.Count == 0);
        var poll = call is { Operation.IsPoll: true, AgentId: { } agentId } && IsKnown(agentId) ? centre.Floor.Polls.Arrived(agentId, node.Name) : null;
        try
        {
            record = call is null
                ? await WriteAsync(context, record, null, Answer.Refused(RetCode.UrlNotFound) with { Status = StatusCodes.Status404NotFound })
                : allowed.Count > 0 ? WriteMethodNotAllowed(context, record, allowed)
                : await HandleAsync(context, record, call);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException && (context.RequestAborted.IsCancellationRequested || centre.Floor.Closing.IsCancellationRequested))
        {
            record = Finish(log.Find(record.Sequence) ?? record, call) with { Outcome = "abandoned" };
        }
        finally
        {
            if (poll is not null)
            {
                centre.Floor.Polls.Left(call!.AgentId!.Value, poll);
            }
        }

        Put(record);
    }

    private async Task<RequestRecord> HandleAsync(HttpContext context, RequestRecord record, OperationCall call)
    {
        var body = await RequestBody.ReadAsync(context.Request, context.RequestAborted);
        call.Body = body.Json;
        record = record with { Body = body.Masked };
        NoteHeaderViolations(context, call);
        if (call.Operation.NeedsSignIn || call.AgentId is not { } agentId)
        {
            return await CarryOutAsync(context, record, call);
        }

        // Sign-ins of one agent must not overlap (cec_07_1202).
        if (!signInsUnderWay.TryAdd(agentId, true))
        {
            call.Violations.Add("a second sign-in while one is under way");
            return await WriteAsync(context, record, call, Answer.Refused(RetCode.SignInUnderWay));
        }

        try
        {
            return await CarryOutAsync(context, record, call);
        }
        finally
        {
            signInsUnderWay.TryRemove(agentId, out _);
        }
    }

    private async Task<RequestRecord> CarryOutAsync(HttpContext context, RequestRecord record, OperationCall call)
    {
        await strikes.WaitAsync(context, call, afterActing: false);
        if (strikes.Instead(call, afterActing: false) is { } instead)
        {
            return await WriteAsync(context, record, call, instead);
        }

        var answer = await ActAsync(context, call);
        record = record with { RetCode = answer.RetCode, ActedRetCode = call.HasActed ? answer.RetCode : null };
        Put(record);
        await strikes.WaitAsync(context, call, afterActing: true);
        return strikes.Instead(call, afterActing: true) is { } substitute
            ? await WriteAsync(context, record, call, substitute)
            : await WriteAsync(context, record, call, strikes.Substitute(call, afterActing: true) ?? answer);
    }

    private RequestRecord Begin(HttpContext context, GatewayNode node, OperationCall? call, bool isAllowed)
    {
        var isKept = options.RecordPolls || call is not { Operation.IsPoll: true };
        var record = new RequestRecord
        {
            Sequence = isKept ? log.NextSequence() : RequestRecord.NotKept,
            ReceivedAt = Time.GetUtcNow(),
            ReceivedTimestamp = Stopwatch.GetTimestamp(),
            Node = node.Name,
            Method = context.Request.Method,
            Path = isKept ? RawTarget(context) : "",
            Headers = isKept ? [.. context.Request.Headers.Keys.Order(StringComparer.OrdinalIgnoreCase)] : [],
            ContentType = context.Request.ContentType,
        };
        if (call is not null)
        {
            record = Describe(record, call, isAllowed);
        }

        Put(record, isNew: true);
        return record;
    }

    private RequestRecord Describe(RequestRecord record, OperationCall call, bool isAllowed)
    {
        lock (centre.Floor.Gate)
        {
            if (isAllowed)
            {
                mishaps.StrikeSignIn(call);
            }

            return record with
            {
                Operation = call.Operation.LogName,
                AgentId = call.AgentIdText,
                WorkNo = call.WorkNoText,
                CallId = call.CallId,
                Guid = refusals.GuidWorth(call),
            };
        }
    }

    private void Put(RequestRecord record, bool isNew = false)
    {
        if (record is { Operation: QualityControlOperations.InterceptName, Method: "PUT" })
        {
            intercepts.Put(record, isNew);
        }

        log.Put(record, isNew);
    }

    private bool IsKnown(int agentId)
    {
        lock (centre.Floor.Gate)
        {
            return centre.Floor.Agents.ContainsKey(agentId);
        }
    }

    private async Task<Answer> ActAsync(HttpContext context, OperationCall call)
    {
        Session session;
        lock (centre.Floor.Gate)
        {
            if ((RefusedHeaders(context, call) ?? SwitchedOver(call) ?? refusals.Check(call)) is { } refusal)
            {
                return Answer.Refused(refusal);
            }

            if (strikes.Substitute(call, afterActing: false) is { } chosen)
            {
                return chosen;
            }

            if (!call.Operation.IsPoll)
            {
                return Act(call);
            }

            // A poll whose client has gone takes no event with it.
            context.RequestAborted.ThrowIfCancellationRequested();
            session = call.Session!;
            if (polling.TryBegin(session) is { } refused)
            {
                call.Violations.Add(session.Push is null ? "a second poll while one is under way" : "a poll in push mode");
                return refused;
            }
        }

        call.HasActed = true;
        return await polling.WaitAsync(session, call.Guid!, context.RequestAborted);
    }

    private Answer Act(OperationCall call)
    {
        mishaps.StrikeCall(call);
        var subject = mishaps.Subject(call);
        var answer = call.Operation.Act(call);
        call.HasActed = true;
        mishaps.StrikeAfterwards(call, subject);
        return answer;
    }

    private string? SwitchedOver(OperationCall call)
    {
        if (call.AgentId is not { } agentId)
        {
            return null;
        }

        if (centre.Floor.SwitchOver.Refusal(agentId) is { } code)
        {
            return code;
        }

        // Whoever's own node is dead belongs to the one that serves them now.
        if (options.SecondPort is not null && centre.Floor.Agents.GetValueOrDefault(agentId)?.Session is { } session && !centre.Floor.IsUp(session.NodeName))
        {
            session.MoveTo(call.Node.Name);
        }

        return null;
    }

    private void NoteHeaderViolations(HttpContext context, OperationCall call)
    {
        var contentType = context.Request.ContentType;
        if (string.IsNullOrEmpty(contentType))
        {
            call.Violations.Add("no Content-Type header");
        }
        else if (!contentType.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
        {
            call.Violations.Add("Content-Type is not application/json");
        }

        if (options.LoadBalancerCookie && call.Operation.NeedsSignIn && !context.Request.Cookies.ContainsKey(CookieName))
        {
            call.Violations.Add("no load balancer cookie");
        }
    }

    private string? RefusedHeaders(HttpContext context, OperationCall call)
    {
        if (options.RequireContentType && string.IsNullOrEmpty(context.Request.ContentType))
        {
            return RetCode.BadMessage;
        }

        // Without its cookie a request reaches a node that does not know the agent.
        return options is { LoadBalancerCookie: true, RequireLoadBalancerCookie: true }
            && call.Operation.NeedsSignIn
            && !context.Request.Cookies.ContainsKey(CookieName)
                ? RetCode.NotSignedIn
                : null;
    }

    private Task<RequestRecord> WriteAsync(HttpContext context, RequestRecord record, OperationCall? call, Answer answer)
    {
        if (answer.NewGuid is not null)
        {
            context.Response.Headers["Set-GUID"] = $"JSESSIONID={answer.NewGuid}";
        }

        if (answer.Cookie is not null)
        {
            context.Response.Headers.SetCookie = $"{answer.Cookie}; Path=/; Secure; HttpOnly";
        }

        record = record with { RetCode = answer.RetCode, EventType = answer.Event?.EventType, SetGuid = answer.NewGuid is not null };
        return WriteAsync(context, record, call, strikes.Encode(call, answer));
    }

    private async Task<RequestRecord> WriteAsync(HttpContext context, RequestRecord record, OperationCall? call, RawAnswer raw)
    {
        record = Finish(record, call);
        if (ReferenceEquals(raw, RawAnswer.Dropped))
        {
            context.Abort();
            return record with { Outcome = "dropped" };
        }

        record = record with { Outcome = raw.IsCut ? "cut" : "answered", Status = raw.Status };
        // Recorded before it is sent, so that whoever has the answer finds it in the record.
        Put(record);
        context.Response.StatusCode = raw.Status;
        context.Response.ContentType = raw.ContentType;
        context.Response.ContentLength = raw.Body.Length;
        var sent = raw.IsCut ? raw.Body.AsMemory(0, raw.Body.Length / 2) : raw.Body;
        await context.Response.Body.WriteAsync(sent, context.RequestAborted);
        if (raw.IsCut)
        {
            await context.Response.Body.FlushAsync(context.RequestAborted);
            context.Abort();
        }

        return record;
    }

    private static RequestRecord WriteMethodNotAllowed(HttpContext context, RequestRecord record, IReadOnlyList<string> allowed)
    {
        context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        context.Response.Headers.Allow = string.Join(", ", allowed);
        return record with { Outcome = "answered", Status = StatusCodes.Status405MethodNotAllowed, Violations = ["method not allowed"] };
    }

    private static RequestRecord Finish(RequestRecord record, OperationCall? call) =>
        call is null ? record : record with { Violations = [.. call.Violations], Faults = [.. call.Struck] };

    private static string? Header(HttpContext context, string name) =>
        context.Request.Headers.TryGetValue(name, out var value) ? value.ToString() : null;

    private static string RawTarget(HttpContext context) => context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";

    /// <summary>The path below the prefix, each segment percent-decoded by itself, so that an encoded slash stays inside its segment.</summary>
    private List<string>? Segments(HttpContext context)
    {
        var path = RawTarget(context).Split('?')[0].Trim('/').Split('/');
        return path.Length > prefix.Length && path.Take(prefix.Length).SequenceEqual(prefix, StringComparer.Ordinal)
            ? [.. path.Skip(prefix.Length).Select(Uri.UnescapeDataString)]
            : null;
    }
}
