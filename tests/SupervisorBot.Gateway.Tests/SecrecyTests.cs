using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using SupervisorBot.Gateway.Sessions;
using SupervisorBot.Gateway.Tests.Wire;

namespace SupervisorBot.Gateway.Tests;

public sealed class SecrecyTests
{
    private static readonly string[] Secrets = ["secret-password", "first.AgentGateway0", "second.AgentGateway0", "13800001234", "40038", "cookie-value", "body-text"];

    [Fact]
    public async Task No_Guid_password_number_cookie_or_body_reaches_a_log()
    {
        var turn = 0;
        await using var gateway = await ScriptedGateway.StartAsync(_ => (turn++ % 5) switch
        {
            0 => Answer.Ok.With("Set-GUID", "JSESSIONID=second.AgentGateway0").With("Set-Cookie", "NSLB=cookie-value"),
            1 => Answer.Json("""{"retcode":"900-003","message":"body-text 13800001234"}"""),
            2 => Answer.Json("body-text 13800001234"),
            3 => Answer.Json("body-text") with { Status = 503 },
            _ => Answer.Ok with { Drop = true },
        });
        await using var client = new GatewayClient(gateway.BaseAddress, null, ("ResetSkills:0", "all"), ("ReadRetries", "0"));
        foreach (var operation in Operations.Acts.Concat(Operations.Reads))
        {
            await operation.Value.Run(client.OpenSignedIn());
        }

        var text = string.Join('\n', client.Logs.GetSnapshot().Select(record =>
            $"{record.Message} {record.Exception} {string.Join(' ', record.StructuredState ?? [])}"));

        Assert.Contains("intercept of agent 200", text, StringComparison.Ordinal);
        Assert.All(Secrets, secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }

    [Fact]
    public void What_holds_a_secret_does_not_print_it()
    {
        Assert.DoesNotContain("secret-password", new SignInRequest("secret-password", "40038").ToString(), StringComparison.Ordinal);
        Assert.Equal("SessionCookie { Name = NSLB }", new SessionCookie("NSLB", "cookie-value", "/").ToString());
    }

    [Fact]
    public async Task A_request_is_an_activity_with_its_outcome()
    {
        var seen = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == GatewayTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = seen.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Code("900-003"));
        await using var client = new GatewayClient(gateway.BaseAddress);

        await client.OpenSignedIn(agentId: 54321).InterceptAsync(301, "1-1");

        var activity = Assert.Single(seen, activity => activity.GetTagItem(GatewayTelemetry.AgentIdTag) is 54321);
        Assert.Equal("intercept", activity.OperationName);
        Assert.Equal("refused", activity.GetTagItem(GatewayTelemetry.OutcomeTag));
        Assert.Equal("900-003", activity.GetTagItem(GatewayTelemetry.ResultCodeTag));
        Assert.Null(Assert.Single(gateway.Requests).Header("traceparent"));
    }

    [Fact]
    public async Task Requests_are_measured_by_operation_and_outcome()
    {
        var answers = new Queue<Answer>([Answer.Ok, Answer.Code("900-003"), Answer.Ok with { Drop = true }]);
        await using var gateway = await ScriptedGateway.StartAsync(_ => answers.Dequeue());
        await using var client = new GatewayClient(gateway.BaseAddress);
        using var requests = new MetricCollector<long>(client.Meters, GatewayTelemetry.MeterName, GatewayTelemetry.Requests);
        using var durations = new MetricCollector<double>(client.Meters, GatewayTelemetry.MeterName, GatewayTelemetry.RequestDuration);
        var session = client.OpenSignedIn();

        await session.InterceptAsync(301, "1-1");
        await session.InterceptAsync(301, "1-1");
        await session.ListenAsync(301);

        Assert.Equal(
            ["intercept success ", "intercept refused 900-003", "addSupervise unknown "],
            requests.GetMeasurementSnapshot().Select(measurement => string.Join(
                ' ',
                measurement.Tags[GatewayTelemetry.OperationTag],
                measurement.Tags[GatewayTelemetry.OutcomeTag],
                measurement.Tags.GetValueOrDefault(GatewayTelemetry.ResultCodeTag))));
        Assert.Equal(3, durations.GetMeasurementSnapshot().Count);
    }
}
