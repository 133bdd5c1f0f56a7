using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace SupervisorBot.GatewaySimulator;

/// <summary>Takes each request through the same steps: record, find the operation, check, act, answer; and lets faults strike on the way.</summary>
internal sealed class GatewayInterface
{
    /// <summary>The load balancer's cookie.</summary>
    public const string CookieName = "NSLB_NODE";

    private static readonly Lazy<Encoding> Gbk = new(() =>
        CodePagesEncodingProvider.Instance.GetEncoding("gbk") ?? throw new PlatformNotSupportedException("GBK is not available."));

    private readonly ContactCentre centre;
    private readonly FaultBox faults;
    private readonly RequestLog log;
    private readonly SimulatorOptions options;
    private readonly Refusals refusals;
    private readonly EventPolling polling;
    private readonly OperationTable table;
    private readonly string[] prefix;
    private readonly ConcurrentDictionary<int, bool> signInsUnderWay = [];

    public GatewayInterface(ContactCentre centre, FaultBox faults, RequestLog log, SimulatorOptions options)
    {
        this.centre = centre;
        this.faults = faults;
        this.log = log;
        this.options = options;
        refusals = new Refusals(centre.Floor);
        polling = new EventPolling(centre.Floor, centre.Desk);
        prefix = options.PathPrefix.Split('/', StringSplitOptions.RemoveEmptyEntries);
        table = new OperationTable(
        [
            polling.Operation,
            .. new OnlineAgentOperations(centre).All,
            .. new QualityControlOperations(centre, faults).All,
            .. new AgentGroupOperations(centre).All,
            .. new CallDataOperations(centre).All,
            .. new VoiceCallOperations(centre).All,
        ]);
    }

    private TimeProvider Time => centre.Floor.Time;

    public async Task HandleAsync(HttpContext context)
    {
        var record = Begin(context);
        try
        {
            record = await HandleAsync(context, record);
        }
        catch (Exception gone) when ((gone is OperationCanceledException or IOException) && context.RequestAborted.IsCancellationRequested)
        {
            record = Latest(record) with { Outcome = "abandoned" };
        }

        log.Put(record, isNew: false);
    }

    private async Task<RequestRecord> HandleAsync(HttpContext context, RequestRecord record)
    {
        var segments = Segments(context);
        var (operation, route, allowed) = segments is null ? (null, [], []) : table.Find(context.Request.Method, segments);
        if (operation is null)
        {
            return await WriteAsync(context, record, null, Answer.Refused(RetCode.UrlNotFound) with { Status = StatusCodes.Status404NotFound });
        }

        var call = new OperationCall(operation, route, context.Request.Query) { Guid = Header(context, "Guid") };
        record = Describe(record, call);
        log.Put(record, isNew: false);
        if (allowed.Count > 0)
        {
            return WriteMethodNotAllowed(context, record, allowed);
        }

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
        if (await StrikeAsync(context, record, call, afterActing: false) is { } struck)
        {
            return struck;
        }

        var answer = await ActAsync(context, call);
        return await StrikeAsync(context, record with { RetCode = answer.RetCode }, call, afterActing: true)
            ?? await WriteAsync(context, record, call, Substitute(call, afterActing: true) ?? answer);
    }

    private RequestRecord Begin(HttpContext context)
    {
        var record = new RequestRecord
        {
            Sequence = log.NextSequence(),
            ReceivedAt = Time.GetUtcNow(),
            ReceivedTimestamp = Stopwatch.GetTimestamp(),
            Method = context.Request.Method,
            Path = RawTarget(context),
            Headers = [.. context.Request.Headers.Keys.Order(StringComparer.OrdinalIgnoreCase)],
            ContentType = context.Request.ContentType,
        };
        log.Put(record, isNew: true);
        return record;
    }

    private RequestRecord Describe(RequestRecord record, OperationCall call)
    {
        lock (centre.Floor.Gate)
        {
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

    /// <summary>The latest version of a record whose handling broke off.</summary>
    private RequestRecord Latest(RequestRecord record) =>
        log.Snapshot(after: record.Sequence - 1).FirstOrDefault(known => known.Sequence == record.Sequence) ?? record;

    private async Task<Answer> ActAsync(HttpContext context, OperationCall call)
    {
        Session session;
        lock (centre.Floor.Gate)
        {
            if ((RefusedHeaders(context, call) ?? refusals.Check(call)) is { } refusal)
            {
                return Answer.Refused(refusal);
            }

            if (Substitute(call, afterActing: false) is { } chosen)
            {
                return chosen;
            }

            if (!call.Operation.IsPoll)
            {
                return call.Operation.Act(call);
            }

            session = call.Session!;
            if (polling.TryBegin(session) is { } repeated)
            {
                call.Violations.Add("a second poll while one is under way");
                return repeated;
            }
        }

        return await polling.WaitAsync(session, call.Guid!, context.RequestAborted);
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

    /// <summary>The answer with a chosen result code; instead of acting, or in the place of the true answer.</summary>
    private Answer? Substitute(OperationCall call, bool afterActing) =>
        faults.Take(FaultKind.RetCode, call, afterActing) is { } fault ? Answer.Refused(fault.RetCode) : null;

    /// <summary>Lets the faults of the connection strike; a record means that the request has ended with them.</summary>
    private async Task<RequestRecord?> StrikeAsync(HttpContext context, RequestRecord record, OperationCall call, bool afterActing)
    {
        if (faults.Take(FaultKind.Delay, call, afterActing) is { } delay)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(delay.DelayMilliseconds), Time, context.RequestAborted);
        }

        if (faults.Take(FaultKind.Drop, call, afterActing) is not null)
        {
            context.Abort();
            return Finish(record, call) with { Outcome = "dropped" };
        }

        if (faults.Take(FaultKind.Status, call, afterActing) is { } status)
        {
            return await WriteRawAsync(context, record, call, status.Status, "text/html", "<html><body>Gateway error</body></html>"u8.ToArray());
        }

        return faults.Take(FaultKind.WrongJson, call, afterActing) is not null
            ? await WriteRawAsync(context, record, call, StatusCodes.Status200OK, "application/json;charset=UTF-8", "{\"message\":\"\",\"retcode\":"u8.ToArray())
            : null;
    }

    private async Task<RequestRecord> WriteAsync(HttpContext context, RequestRecord record, OperationCall? call, Answer answer)
    {
        if (answer.NewGuid is not null)
        {
            context.Response.Headers["Set-GUID"] = $"JSESSIONID={answer.NewGuid}";
        }

        if (answer.Cookie is not null)
        {
            context.Response.Headers.SetCookie = $"{answer.Cookie}; Path=/; Secure; HttpOnly";
        }

        var padded = call is not null && answer.Event is not null && faults.Take(FaultKind.TrailingNuls, call) is not null;
        var body = answer.ToJson(padded);
        var charset = "UTF-8";
        if (call is not null && faults.Take(FaultKind.Gbk, call) is not null)
        {
            body = Encoding.Convert(Encoding.UTF8, Gbk.Value, body);
            charset = "GBK";
        }

        record = record with { RetCode = answer.RetCode, EventType = answer.Event?.EventType, SetGuid = answer.NewGuid is not null };
        return await WriteRawAsync(context, record, call, answer.Status, $"application/json;charset={charset}", body);
    }

    private async Task<RequestRecord> WriteRawAsync(
        HttpContext context, RequestRecord record, OperationCall? call, int status, string contentType, byte[] body)
    {
        record = Finish(record, call) with { Outcome = "answered", Status = status };
        // Recorded before it is sent, so that whoever has the answer finds it in the record.
        log.Put(record, isNew: false);
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
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
