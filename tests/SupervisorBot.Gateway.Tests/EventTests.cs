using System.Runtime.CompilerServices;
using System.Text.Json;
using SupervisorBot.Gateway.Calls;
using SupervisorBot.Gateway.Events;
using SupervisorBot.Gateway.Http;
using SupervisorBot.Gateway.Results;
using SupervisorBot.Gateway.Tests.Wire;

namespace SupervisorBot.Gateway.Tests;

public sealed class EventTests
{
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeMilliseconds(1_477_393_325_123);

    [Fact]
    public void Talking_is_read_whatever_its_spelling()
    {
        Assert.Equal(
            new TalkingEvent("AgentEvent_Talking", 200, At, "1477393325-164", "13800001234", "8001", "main", CallFeature.Outbound, 1),
            Read("""{"eventType":"AgentEvent_Talking","workNo":"200","eventGenTime":1477393325123,"content":{"caller":"13800001234\u0000\u0000","called":8001,"callid":"1477393325-164\u0000","type":"main","feature":"7","mediaAbility":"1"}}"""));
        Assert.Equal(
            new TalkingEvent("AgentEvent_Talking", 200, null, "1477393325-164", "", "", null, CallFeature.Unknown, null),
            Read("""{"eventType":"AgentEvent_Talking","workNo":200,"content":{"callId":"1477393325-164","new":[1]}}"""));
    }

    [Fact]
    public void A_call_id_comes_as_a_plain_text_or_in_an_object()
    {
        Assert.Equal(new CallReleasedEvent("AgentEvent_Call_Release", 200, null, "1-1"), Read("AgentEvent_Call_Release", "\"1-1\""));
        Assert.Equal(new CallReleasedEvent("AgentEvent_Call_Release", 200, null, "1-1"), Read("AgentEvent_Call_Release", """{"callId":"1-1"}"""));
        Assert.Equal(new HoldEvent("AgentEvent_Hold", 200, null, "1-1"), Read("AgentEvent_Hold", "\"1-1\\u0000\""));
        Assert.Equal(
            new CustomerReleasedEvent("AgentEvent_Customer_Release", 200, null, "1-1", "13800001234"),
            Read("AgentEvent_Customer_Release", """{"callid":"1-1","number":13800001234}"""));
        var conference = Assert.IsType<ConferenceEvent>(Read("AgentEvent_Conference", """{"callid":"1-1","partner":"A301,13800001234"}"""));
        Assert.Equal(["A301", "13800001234"], conference.Partners);
        Assert.Equal(
            new RingingEvent("AgentEvent_Auto_Answer", 200, null, "1-1", "1", "2", CallFeature.Inbound, true),
            Read("AgentEvent_Auto_Answer", """{"callid":"1-1","caller":"1","called":"2","feature":"0"}"""));
    }

    [Fact]
    public void Recording_is_read()
    {
        Assert.Equal(
            new RecordEvent("AgentMediaEvent_Record", 200, null, "1-1", "r1"),
            Read("AgentMediaEvent_Record", """{"taskId":1,"callId":"1-1","recordID":"r1","locationId":"1","fileMediaType":2}"""));
        Assert.Equal(new RecordFailedEvent("AgentMediaEvent_Record_Fail", 200, null, "1-1"), Read("AgentMediaEvent_Record_Fail", """{"callId":"1-1"}"""));
        Assert.Equal(
            new RecordStoppedEvent("AgentMediaEvent_StopRecordDone", 200, null, At, null),
            Read("AgentMediaEvent_StopRecordDone", """{"beginTime":"1477393325123"}"""));
    }

    [Fact]
    public void Phone_service_and_inspection_are_read()
    {
        Assert.Equal(new PhoneAlertingEvent("AgentOther_PhoneAlerting", 200, null), Read("AgentOther_PhoneAlerting", "null"));
        Assert.Equal(new PhoneOffhookEvent("AgentOther_PhoneOffhook", 200, null, "main"), Read("AgentOther_PhoneOffhook", """{"type":"main"}"""));
        Assert.Equal(new PhoneReleaseEvent("AgentOther_PhoneRelease", 200, null, 3), Read("AgentOther_PhoneRelease", """{"phoneState":"3"}"""));
        Assert.Equal(new PhoneBusyEvent("AgentOther_PhoneBusy", 200, null), Read("AgentOther_PhoneBusy", "null"));
        Assert.Equal(new InServiceEvent("AgentOther_InService", 200, null), Read("AgentOther_InService", "null"));
        Assert.Equal(new ShutdownEvent("AgentOther_ShutdownService", 200, null, At), Read("AgentOther_ShutdownService", """{"loginTime":"1477393325123"}"""));
        Assert.Equal(new MonitoringStartedEvent("AgentOther_BeQcStart", 200, null, 8, 201), Read("AgentOther_BeQcStart", """{"qcType":8,"qcAgentId":201}"""));
        Assert.Equal(new MonitoringStoppedEvent("AgentOther_BeQcStop", 200, null, 20172, 201), Read("AgentOther_BeQcStop", """{"qcType":"20172","qcAgentId":"201"}"""));
        Assert.Equal(
            new AgentSignInNoticeEvent("QC_AgentState_Notify", 200, null, 301, "Ann", true),
            Read("QC_AgentState_Notify", """{"subtype":"QC_AgentState_Login","monitoredagent":"301","agentname":"Ann"}"""));
    }

    [Theory]
    [InlineData("AgentState_Ready", AgentStateKind.Ready)]
    [InlineData("AgentState_Force_Ready", AgentStateKind.ForceReady)]
    [InlineData("AgentState_Busy", AgentStateKind.Busy)]
    [InlineData("AgentState_SetNotReady_Success", AgentStateKind.SetNotReady)]
    [InlineData("AgentState_Force_SetNotReady", AgentStateKind.ForceSetNotReady)]
    [InlineData("AgentState_CancelNotReady_Success", AgentStateKind.CancelNotReady)]
    [InlineData("AgentState_Work", AgentStateKind.Work)]
    [InlineData("AgentState_SetWork_Success", AgentStateKind.SetWork)]
    [InlineData("AgentState_CancelWork_Success", AgentStateKind.CancelWork)]
    [InlineData("AgentState_SetRest_Success", AgentStateKind.SetRest)]
    [InlineData("AgentState_Rest_Timeout", AgentStateKind.RestTimeout)]
    [InlineData("AgentState_CancelRest_Success", AgentStateKind.CancelRest)]
    [InlineData("AgentState_Invented", AgentStateKind.Other)]
    public void The_agents_own_states_are_read(string type, AgentStateKind kind) =>
        Assert.Equal(new AgentStateEvent(type, 200, null, kind), Read(type, "null"));

    [Theory]
    [InlineData("""{"eventType":"AgentOther_Note","workNo":"200","content":{"sender":"301","context":"你好","n":1.50,"deep":[{"a":null}]}}""", "AgentOther_Note")]
    [InlineData("""{"eventType":"AgentEvent_Talking","workNo":"200","content":null}""", "AgentEvent_Talking")]
    [InlineData("""{"eventType":"AgentEvent_Talking","content":{"caller":"1"}}""", "AgentEvent_Talking")]
    [InlineData("""{"eventType":"AgentState_Invented","content":{"a":1}}""", "AgentState_Invented")]
    [InlineData("""{"eventType":"QC_AgentState_Notify","content":{"subtype":"other"}}""", "QC_AgentState_Notify")]
    [InlineData("""{"what":1}""", "")]
    [InlineData("\"a text\"", "")]
    [InlineData("""[{"eventType":"AgentState_Ready"},{"eventType":"AgentState_Busy"}]""", "")]
    public void What_is_not_known_is_kept_whole(string json, string type)
    {
        var unknown = Assert.IsType<UnknownEvent>(Read(json));

        Assert.Equal(type, unknown.EventType);
        Assert.Equal(json, unknown.RawEvent);
    }

    [Theory]
    [InlineData("""{"message":"","retcode":"0"}""")]
    [InlineData("""{"message":"","retcode":"0","event":null}""")]
    [InlineData("""{"message":"","retcode":"0","event":{}}""")]
    [InlineData("""{"message":"","retcode":"0","event":[]}""")]
    [InlineData("""{"message":"","retcode":"0","event":""}""")]
    public async Task An_empty_poll_is_a_success_with_nothing(string body)
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Json(body));
        await using var client = new GatewayClient(gateway.BaseAddress);

        var result = await client.OpenSignedIn().PollAsync();

        Assert.True(result.IsSuccess);
        Assert.Null(result.Value);
    }

    [Fact]
    public async Task A_poll_hands_out_the_event_or_the_refusal()
    {
        var answers = new Queue<Answer>([Answer.Json("""{"message":"","retcode":"0","event":{"eventType":"AgentState_Ready","workNo":"200","content":null}}"""), Answer.Code("100-006")]);
        await using var gateway = await ScriptedGateway.StartAsync(_ => answers.Dequeue());
        await using var client = new GatewayClient(gateway.BaseAddress);
        var session = client.OpenSignedIn();

        Assert.Equal(new AgentStateEvent("AgentState_Ready", 200, null, AgentStateKind.Ready), (await session.PollAsync()).Value);
        Assert.Equal(new Refused(new ResultCode(ResultCodes.NotSignedIn)), (await session.PollAsync()).Failure);
    }

    [Fact]
    public async Task The_pause_between_polls_keeps_to_its_range()
    {
        await using var client = new GatewayClient(new Uri("https://127.0.0.1:1/agentgateway/resource/"));
        var session = client.Open();

        Assert.All(Enumerable.Range(0, 200), _ => Assert.InRange(session.NextPollPause(), TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(500)));
    }

    [Fact]
    public void Every_type_of_event_survives_JSON()
    {
        var types = typeof(GatewayEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(GatewayEvent))).ToList();
        var events = types.ConvertAll(type => (GatewayEvent)RuntimeHelpers.GetUninitializedObject(type));

        var read = JsonSerializer.Deserialize<List<GatewayEvent>>(JsonSerializer.Serialize(events))!;

        Assert.True(types.Count >= 20);
        Assert.Equal(types, read.Select(item => item.GetType()));
    }

    [Fact]
    public void An_event_names_itself_without_its_content() => Assert.Equal(
        "AgentEvent_Customer_Release to 200", Read("AgentEvent_Customer_Release", """{"callid":"1-1","number":"13800001234"}""")!.ToString());

    private static GatewayEvent? Read(string type, string content) => Read($$"""{"eventType":"{{type}}","workNo":"200","content":{{content}}}""");

    private static GatewayEvent? Read(string json) => EventReader.Read(EnvelopeReader.Parse($$"""{"retcode":"0","event":{{json}}}""").Event);
}
