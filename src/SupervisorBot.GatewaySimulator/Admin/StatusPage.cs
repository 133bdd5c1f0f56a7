using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Http;

namespace SupervisorBot.GatewaySimulator;

/// <summary>A plain page for the person who runs the demo: who talks with whom, who monitors whom, and the last requests.</summary>
internal static class StatusPage
{
    private const int RequestsShown = 25;
    private const int AgentsShown = 300;

    public static Task WriteAsync(HttpContext context, GatewaySimulatorHost host)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(Render(host), context.RequestAborted);
    }

    private static string Render(GatewaySimulatorHost host)
    {
        var now = host.ContactCentre.Floor.Now;
        var calls = host.ContactCentre.Calls.ToDictionary(call => call.CallId, StringComparer.Ordinal);
        var page = new StringBuilder();
        page.Append(
            """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>Contact centre</title>
            <style>body{font:15px system-ui,sans-serif;margin:2rem;color:#222}table{border-collapse:collapse;margin-bottom:2rem}
            td,th{text-align:left;padding:.25rem .9rem .25rem 0;border-bottom:1px solid #ddd}caption{text-align:left;font-weight:600;padding:.5rem 0}
            .Talking{color:#06703c}.SignedOut{color:#767676}</style></head><body><h1>Contact centre</h1>
            """);
        page.Append(CultureInfo.InvariantCulture, $"<p>Gateway {Text(host.BaseAddress)} · {now:HH:mm:ss} UTC · {calls.Count} calls</p>");
        page.Append("<table><caption>Agents and inspectors</caption><tr><th>Number<th>Name<th>Group<th>State<th>For<th>Calls<th>Monitors</tr>");
        foreach (var agent in host.ContactCentre.Agents.Take(AgentsShown))
        {
            AppendAgent(page, agent, calls, now);
        }

        page.Append("</table><table><caption>Last requests</caption><tr><th>Time<th>Operation<th>Method<th>Path<th>Code<th>Remarks</tr>");
        foreach (var request in host.RequestLog.Snapshot().Where(request => request.Operation != "getAgentEvent").TakeLast(RequestsShown).Reverse())
        {
            AppendRequest(page, request);
        }

        return page.Append("</table></body></html>").ToString();
    }

    private static void AppendAgent(StringBuilder page, AgentView agent, Dictionary<string, CallView> calls, DateTimeOffset now)
    {
        var talks = string.Join("<br>", agent.CallIds.Select(id => calls.GetValueOrDefault(id)).OfType<CallView>().Select(Describe));
        var monitors = agent.Monitors is { } target ? $"{agent.Mode} {target}{(agent.PhoneOffHook ? "" : " (ringing)")}" : "";
        var duration = (now - agent.StateSince).ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture);
        page.Append(
            CultureInfo.InvariantCulture,
            $"<tr><td>{agent.WorkNo}<td>{Text(agent.Name)}<td>{Text(agent.Group)}<td class={agent.State}>{agent.State}<td>{duration}<td>{talks}<td>{monitors}</tr>");
    }

    private static string Describe(CallView call) =>
        Text($"{call.CallId} {(call.Direction == CallDirection.Inbound ? "from" : "to")} {call.CustomerNumber}")
        + (call.OnHold ? " (on hold)" : "")
        + (call.TakenFrom is { } agent ? string.Create(CultureInfo.InvariantCulture, $" (taken from {agent})") : "");

    private static void AppendRequest(StringBuilder page, RequestRecord request) => page.Append(
        CultureInfo.InvariantCulture,
        $"<tr><td>{request.ReceivedAt:HH:mm:ss}<td>{Text(request.Operation)}<td>{Text(request.Method)}<td>{Text(request.Path)}<td>{Text(request.RetCode)}<td>{Text(string.Join("; ", request.Violations.Concat(request.Faults)))}</tr>");

    private static string Text(object? value) => HtmlEncoder.Default.Encode(value?.ToString() ?? "");
}
