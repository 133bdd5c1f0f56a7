using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace SupervisorBot.GatewaySimulator;

/// <summary>The admin endpoints: what happened, who is there, what goes wrong next. Plain HTTP on loopback, JSON.</summary>
internal static class AdminEndpoints
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static void Map(IEndpointRouteBuilder admin, GatewaySimulatorHost host)
    {
        MapRecord(admin, host);
        MapAgents(admin, host.ContactCentre);
        MapCalls(admin, host.ContactCentre);
        MapFaults(admin, host.Faults);
        admin.MapGet("/", context => StatusPage.WriteAsync(context, host));
        admin.MapGet("/healthz", context => WriteAsync(context, new { status = "ok" }));
    }

    private static void MapRecord(IEndpointRouteBuilder admin, GatewaySimulatorHost host)
    {
        admin.MapGet("/requests", context => WriteAsync(context, host.RequestLog.Snapshot(
            context.Request.Query.TryGetValue("operation", out var operation) ? operation.ToString() : null,
            long.TryParse(context.Request.Query["after"], out var after) ? after : 0)));
        admin.MapDelete("/requests", context => Answer(context, () => host.RequestLog.Clear()));
        admin.MapGet("/events", context => WriteAsync(context, host.ContactCentre.Events
            .Where(raised => !int.TryParse(context.Request.Query["workNo"], out var workNo) || raised.WorkNo == workNo)));
    }

    private static void MapAgents(IEndpointRouteBuilder admin, ContactCentre centre)
    {
        admin.MapGet("/agents", context => WriteAsync(context, centre.Agents));
        admin.MapPost("/agents/{workNo:int}/signout", context => Answer(context, centre.SignOut(WorkNo(context))));
        admin.MapPost("/agents/{workNo:int}/hangup", context => Answer(context, centre.HangUpPhone(WorkNo(context))));
        admin.MapPut("/agents/{workNo:int}/phone/{picksUp:bool}", context => Answer(
            context, centre.SetPhonePickedUp(WorkNo(context), bool.Parse((string)context.Request.RouteValues["picksUp"]!))));
    }

    private static void MapCalls(IEndpointRouteBuilder admin, ContactCentre centre)
    {
        admin.MapGet("/calls", context => WriteAsync(context, centre.Calls));
        admin.MapPost("/calls", context => StartCallAsync(context, centre));
        admin.MapDelete("/calls/{callId}", context => Answer(context, centre.EndCall(CallId(context))));
        admin.MapPost("/calls/{callId}/hold", context => Answer(context, centre.Hold(CallId(context))));
        admin.MapPost("/calls/{callId}/takeback", context => Answer(context, centre.TakeBack(CallId(context))));
    }

    private static void MapFaults(IEndpointRouteBuilder admin, FaultBox faults)
    {
        admin.MapGet("/faults", context => WriteAsync(context, faults.Waiting));
        admin.MapPost("/faults", context => AddFaultAsync(context, faults));
        admin.MapDelete("/faults", context => Answer(context, faults.Clear));
    }

    private static int WorkNo(HttpContext context) => int.Parse((string)context.Request.RouteValues["workNo"]!, System.Globalization.CultureInfo.InvariantCulture);

    private static string CallId(HttpContext context) => (string)context.Request.RouteValues["callId"]!;

    private static Task WriteAsync<T>(HttpContext context, T value, int status = StatusCodes.Status200OK)
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsJsonAsync(value, Json, context.RequestAborted);
    }

    private static Task Answer(HttpContext context, bool done) => done
        ? WriteAsync(context, new { done })
        : WriteAsync(context, new { done, error = "There is no such thing, or its state does not allow it." }, StatusCodes.Status409Conflict);

    private static Task Answer(HttpContext context, Action act)
    {
        act();
        return Answer(context, true);
    }

    private static async Task StartCallAsync(HttpContext context, ContactCentre centre)
    {
        if (await ReadAsync<NewCall>(context) is not { } wanted)
        {
            return;
        }

        try
        {
            await WriteAsync(context, new { callId = centre.StartCall(wanted.WorkNo, wanted.CustomerNumber, wanted.Direction) }, StatusCodes.Status201Created);
        }
        catch (Exception refused) when (refused is InvalidOperationException or ArgumentException)
        {
            await WriteAsync(context, new { error = refused.Message }, StatusCodes.Status409Conflict);
        }
    }

    private static async Task AddFaultAsync(HttpContext context, FaultBox faults)
    {
        if (await ReadAsync<Fault>(context) is not { } fault)
        {
            return;
        }

        try
        {
            faults.Add(fault);
            await WriteAsync(context, fault, StatusCodes.Status201Created);
        }
        catch (ArgumentException refused)
        {
            await WriteAsync(context, new { error = refused.Message }, StatusCodes.Status400BadRequest);
        }
    }

    private static async Task<T?> ReadAsync<T>(HttpContext context)
        where T : class
    {
        try
        {
            // The Content-Type is not looked at, so that curl -d '{…}' will do.
            var read = await JsonSerializer.DeserializeAsync<T>(context.Request.Body, Json, context.RequestAborted);
            if (read is not null)
            {
                return read;
            }
        }
        catch (JsonException)
        {
            // Answered below, as an empty body is.
        }

        await WriteAsync(context, new { error = $"The body is no valid {typeof(T).Name}." }, StatusCodes.Status400BadRequest);
        return null;
    }

    private sealed record NewCall(int WorkNo, string CustomerNumber = "447700900123", CallDirection Direction = CallDirection.Inbound);
}
