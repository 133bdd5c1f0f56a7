using System.ComponentModel.DataAnnotations;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
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
        MapOutages(admin, host);
        admin.MapGet("/", context => StatusPage.WriteAsync(context, host));
        admin.MapGet("/healthz", context => WriteAsync(context, new { status = "ok" }));
    }

    private static void MapRecord(IEndpointRouteBuilder admin, GatewaySimulatorHost host)
    {
        admin.MapGet("/requests", context => WriteAsync(context, host.RequestLog.Snapshot(
            context.Request.Query.TryGetValue("operation", out var operation) ? operation.ToString() : null,
            long.TryParse(context.Request.Query["after"], out var after) ? after : 0)));
        admin.MapDelete("/requests", context => Answer(context, () => host.RequestLog.Clear()));
        admin.MapGet("/intercepts", context => WriteAsync(
            context, host.Intercepts.Snapshot(Number(context, "agentId"), Number(context, "workNo"), Text(context, "callId"))));
        admin.MapDelete("/intercepts", context => Answer(context, host.Intercepts.Clear));
        admin.MapGet("/polls", context => WriteAsync(context, host.Polls.Snapshot()));
        admin.MapGet("/polls/summary", context => WriteAsync(context, host.Polls.Summary()));
        admin.MapGet("/polls/{workNo:int}", context => host.Polls.Find(WorkNo(context)) is { } polls
            ? WriteAsync(context, polls)
            : Answer(context, false));
        admin.MapDelete("/polls", context => Answer(context, host.Polls.Clear));
        admin.MapGet("/pushes", context => WriteAsync(context, host.ContactCentre.Pushes.Snapshot(Number(context, "agentId"))));
        admin.MapPost("/events", context => TellAsync(context, host.ContactCentre));
        admin.MapGet("/events", context => WriteAsync(context, host.ContactCentre.Events
            .Where(raised => !int.TryParse(context.Request.Query["workNo"], out var workNo) || raised.WorkNo == workNo)));
    }

    private static void MapAgents(IEndpointRouteBuilder admin, ContactCentre centre)
    {
        admin.MapGet("/agents", context => WriteAsync(context, centre.Agents));
        admin.MapPost("/agents", context => TryAsync<NewStaff>(context, wanted => centre.HireAgents(wanted.First, wanted.Count, wanted.Vcc)));
        admin.MapPost("/inspectors", context => TryAsync<NewStaff>(context, wanted => centre.HireInspectors(wanted.First, wanted.Count, wanted.Password, wanted.Vcc)));
        admin.MapPost("/agents/{workNo:int}/signout", context => Answer(context, centre.SignOut(WorkNo(context))));
        admin.MapPost("/agents/{workNo:int}/sitdown", context => Answer(context, centre.SitDown(WorkNo(context))));
        foreach (var state in (ReadOnlySpan<AgentState>)[AgentState.Idle, AgentState.Busy, AgentState.WrapUp, AgentState.Rest])
        {
            admin.MapPut($"/agents/{{workNo:int}}/state/{state}", context => Answer(context, centre.SetState(WorkNo(context), state)));
        }

        admin.MapPost("/agents/{workNo:int}/hangup", context => Answer(context, centre.HangUpPhone(WorkNo(context))));
        admin.MapPost("/agents/{workNo:int}/expireguid", context => Answer(context, centre.ExpireGuid(WorkNo(context))));
        admin.MapPost("/agents/{workNo:int}/signinelsewhere", context => Answer(context, centre.SignInElsewhere(WorkNo(context))));
        admin.MapPut("/agents/{workNo:int}/phone/{picksUp:bool}", context => Answer(
            context, centre.SetPhonePickedUp(WorkNo(context), bool.Parse((string)context.Request.RouteValues["picksUp"]!))));
        admin.MapPut("/agents/{workNo:int}/password", async context =>
        {
            if (await ReadAsync<PasswordState>(context) is { } state)
            {
                await Answer(context, centre.SetPasswordState(WorkNo(context), state));
            }
        });
    }

    private static void MapCalls(IEndpointRouteBuilder admin, ContactCentre centre)
    {
        admin.MapGet("/calls", context => WriteAsync(context, centre.Calls));
        admin.MapPost("/traffic", context => TryAsync<CallTraffic>(context, centre.StartTraffic));
        admin.MapDelete("/traffic", context =>
        {
            var (begun, turnedAway) = centre.StopTraffic();
            return WriteAsync(context, new { begun, turnedAway });
        });
        admin.MapPost("/calls", context => StartCallAsync(context, centre));
        admin.MapDelete("/calls/{callId}", context => Answer(context, centre.EndCall(CallId(context))));
        admin.MapPost("/calls/{callId}/hold", context => Answer(context, centre.Hold(CallId(context))));
        admin.MapPost("/calls/{callId}/takeback", context => Answer(context, centre.TakeBack(CallId(context))));
    }

    private static void MapFaults(IEndpointRouteBuilder admin, FaultBox faults)
    {
        admin.MapGet("/faults", context => WriteAsync(context, faults.Waiting));
        admin.MapPost("/faults", context => TryAsync<Fault>(context, faults.Add));
        admin.MapDelete("/faults", context => Answer(context, faults.Clear));
    }

    private static void MapOutages(IEndpointRouteBuilder admin, GatewaySimulatorHost host)
    {
        admin.MapGet("/nodes", context => WriteAsync(context, host.Nodes.Select(node => new { node.Number, node.Name, node.BaseAddress, node.IsUp, node.Connections })));
        admin.MapPost("/nodes/{node:int}/die", context => OnNodeAsync(context, host, node => node.DieAsync()));
        admin.MapPost("/nodes/{node:int}/revive", context => OnNodeAsync(context, host, node => node.ReviveAsync(context.RequestAborted)));
        admin.MapPost("/nodes/{node:int}/cut", context => OnNodeAsync(context, host, node =>
        {
            node.CutConnections();
            return Task.CompletedTask;
        }));
        admin.MapPost("/switchover", context => SwitchOverAsync(context, host.SwitchOver));
        admin.MapDelete("/switchover", context => Answer(context, host.SwitchOver.End));
        admin.MapPut("/certificate/{which}", context =>
        {
            var isKnown = Enum.TryParse<ServedCertificate>((string)context.Request.RouteValues["which"]!, ignoreCase: true, out var which) && Enum.IsDefined(which);
            if (isKnown)
            {
                host.Serve(which);
            }

            return Answer(context, isKnown);
        });
    }

    private static async Task OnNodeAsync(HttpContext context, GatewaySimulatorHost host, Func<GatewayNode, Task> act)
    {
        var node = host.Nodes.ElementAtOrDefault(int.Parse((string)context.Request.RouteValues["node"]!, System.Globalization.CultureInfo.InvariantCulture));
        if (node is not null)
        {
            await act(node);
        }

        await Answer(context, node is not null);
    }

    private static async Task SwitchOverAsync(HttpContext context, SwitchOver switchOver)
    {
        if (await ReadAsync<NewSwitchOver>(context) is not { } wanted)
        {
            return;
        }

        switchOver.Begin(wanted.RetCode, wanted.Milliseconds is { } limit ? TimeSpan.FromMilliseconds(limit) : Timeout.InfiniteTimeSpan, wanted.AgentId);
        await WriteAsync(context, wanted, StatusCodes.Status201Created);
    }

    private static int? Number(HttpContext context, string name) =>
        int.TryParse(context.Request.Query[name], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? Text(HttpContext context, string name) => context.Request.Query.TryGetValue(name, out var value) ? value.ToString() : null;

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

    /// <summary>Does what a body asks for; 409 where the contact centre's state forbids it, 400 where the body does.</summary>
    private static async Task TryAsync<T>(HttpContext context, Action<T> act)
        where T : class
    {
        if (await ReadAsync<T>(context) is not { } wanted)
        {
            return;
        }

        try
        {
            act(wanted);
            await WriteAsync(context, wanted, StatusCodes.Status201Created);
        }
        catch (InvalidOperationException refused)
        {
            await WriteAsync(context, new { error = refused.Message }, StatusCodes.Status409Conflict);
        }
        catch (Exception refused) when (refused is ArgumentException or ValidationException)
        {
            await WriteAsync(context, new { error = refused.Message }, StatusCodes.Status400BadRequest);
        }
    }

    private static async Task TellAsync(HttpContext context, ContactCentre centre)
    {
        if (await ReadAsync<NewEvent>(context) is { } wanted)
        {
            await Answer(context, centre.Tell(wanted.WorkNo, wanted.EventType, wanted.Content));
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

    private sealed record NewSwitchOver(string RetCode = SwitchOver.Recovering, int? Milliseconds = null, int? AgentId = null);

    private sealed record NewStaff(int First, int Count = 1, string? Password = null, int Vcc = 1);

    private sealed record NewEvent(int WorkNo, string EventType, JsonNode? Content = null);

    private sealed record NewCall(int WorkNo, string CustomerNumber = "447700900123", CallDirection Direction = CallDirection.Inbound);
}
