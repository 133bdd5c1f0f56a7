using System.Text.Json;
using SupervisorBot.Supervision.Audit;
using SupervisorBot.Supervision.Desk;
using SupervisorBot.Supervision.Notices;
using SupervisorBot.Supervision.Talk;
using SupervisorBot.Supervision.Tests.Desk;

namespace SupervisorBot.Supervision.Tests.Audit;

/// <summary>An interception from the sign-in to the hang-up, over the real gateway client.</summary>
public sealed class WholeInterceptionTests
{
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(500);

    [Fact]
    public async Task Every_stage_is_written_down_with_who_whom_which_call_and_the_gateways_codes()
    {
        await using var host = await DeskHost.StartAsync(gateway => (gateway.PhonePickupDelay, gateway.TalkingDelay) = (Slow, Slow));
        var callId = await host.ListenToACallAsync(host.Alex);
        var operationId = await host.ProposeAsync(host.Alex, callId);
        await host.PressAsync(host.Alex, operationId);
        await host.OutcomeAsync(operationId);
        Assert.True((await host.AskAsync(host.Alex, id => new HangUpRequested(id, DeskHost.Place))).Accepted);
        await host.NoticeAsync<TalkNotice>(notice => notice.Talk.Phase == TalkPhase.Ended);

        // The notice is composed before its turn is stored.
        var entries = await AuditedUntilAsync(host, entry => entry is { Act: AuditAct.HangUp, Stage: AuditStage.Ended });

        Assert.Equal(
            [
                "SignIn Asked", "SignIn Answered 0", "SignIn Started",
                "Listen Asked", "Listen Answered 0", "Listen Started",
                "Intercept Asked", "Intercept Confirmed", "Intercept Sent", "Intercept Answered 0",
                "Listen Ended Intercepted", "Intercept Decided Done", "Intercept Started",
                "HangUp Asked", "HangUp Answered 0", "Intercept Ended EndedByInspector", "HangUp Ended EndedByInspector",
            ],
            AuditLines.Of(entries));
        var alex = new AuditActor(null, DeskHost.AlexId, "Alex Wilber", 1001, DeskHost.Place.Value);
        Assert.All(entries, entry => Assert.Equal(alex, entry.Actor));
        var interception = entries.Where(entry => entry.Act == AuditAct.Intercept).ToList();
        Assert.All(interception, entry => Assert.Equal((DeskHost.Agent, operationId), (entry.WorkNo, entry.OperationId)));
        Assert.All(interception.Where(entry => entry.Stage is not (AuditStage.Started or AuditStage.Ended)), entry => Assert.Equal(callId, entry.CallId));
        Assert.All(entries.Where(entry => entry.Act == AuditAct.Listen), entry => Assert.Equal(DeskHost.Agent, entry.WorkNo));
        var text = JsonSerializer.Serialize(entries);
        Assert.DoesNotContain(DeskHost.Customer.TrimStart('+'), text, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Gateway.Options.InspectorPassword, text, StringComparison.Ordinal);
        Assert.DoesNotContain("40001", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_inspector_may_not_do_is_written_down_as_refused()
    {
        await using var host = await DeskHost.StartAsync();
        Assert.Equal(Refusal.NotSignedIn, (await host.AskAsync(host.Megan, id => new HangUpRequested(id, DeskHost.Place))).Refusal);

        var refused = Assert.Single(await host.AuditedAsync());

        Assert.Equal("HangUp Refused NotSignedIn", Assert.Single(AuditLines.Of([refused])));
        Assert.Equal(DeskHost.MeganId, refused.Actor.ObjectId);
    }

    private static async Task<IReadOnlyList<AuditEntry>> AuditedUntilAsync(DeskHost host, Func<AuditEntry, bool> last)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        while (true)
        {
            var entries = await host.AuditedAsync();
            if (entries.Any(last))
            {
                return entries;
            }

            await Task.Delay(10, limit.Token);
        }
    }
}
