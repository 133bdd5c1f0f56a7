using System.Text;
using SupervisorBot.Gateway.Events;
using SupervisorBot.Gateway.Push;

namespace SupervisorBot.Gateway.Tests.Push;

public sealed class PushedEventTests
{
    private const string Talking = """{"eventType":"AgentEvent_Talking","workNo":"200","content":{"caller":"13800001234","called":"200","callid":"1-7","feature":"0"}}""";
    private static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding("GBK")!;

    [Theory]
    [InlineData($$"""{"message":"","retcode":"0","event":{{Talking}}}""")]
    [InlineData($$"""{"event":{{Talking}}}""")]
    [InlineData($$"""{"Event":[{{Talking}}]}""")]
    [InlineData(Talking)]
    [InlineData($$"""[{{Talking}}]""")]
    [InlineData($$"""{"message":"","retcode":"0","event":{{Talking}}}""" + "\0\0\r\n")]
    public void An_event_is_read_from_every_form_that_it_may_come_in(string body)
    {
        Assert.True(PushedEvent.TryRead(Encoding.UTF8.GetBytes(body), null, out var gatewayEvent));

        Assert.Equal("1-7", Assert.IsType<TalkingEvent>(gatewayEvent).CallId);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("GBK")]
    public void A_body_in_GBK_is_read(string? charset)
    {
        const string Body = """{"retcode":"0","event":{"eventType":"QC_AgentState_Notify","content":{"subtype":"QC_AgentState_Login","monitoredagent":301,"agentname":"王伟"}}}""";

        Assert.True(PushedEvent.TryRead(Gbk.GetBytes(Body), charset, out var gatewayEvent));

        Assert.Equal("王伟", Assert.IsType<AgentSignInNoticeEvent>(gatewayEvent).AgentName);
    }

    [Fact]
    public void Escaped_NULs_after_a_call_id_are_no_part_of_it()
    {
        Assert.True(PushedEvent.TryRead("""{"event":{"eventType":"AgentEvent_Call_Release","content":"1-7\u0000\u0000"}}"""u8, null, out var gatewayEvent));

        Assert.Equal("1-7", Assert.IsType<CallReleasedEvent>(gatewayEvent).CallId);
    }

    [Theory]
    [InlineData("""{"message":"","retcode":"0"}""")]
    [InlineData("""{"retcode":"0","event":null}""")]
    public void An_envelope_without_an_event_is_readable(string body)
    {
        Assert.True(PushedEvent.TryRead(Encoding.UTF8.GetBytes(body), null, out var gatewayEvent));
        Assert.Null(gatewayEvent);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nothing")]
    [InlineData("7")]
    [InlineData("\"text\"")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"some":"thing"}""")]
    [InlineData("""{"retcode":"0","event":{"eventType":"Agent""")]
    public void What_is_no_envelope_is_unreadable(string body)
    {
        Assert.False(PushedEvent.TryRead(Encoding.UTF8.GetBytes(body), "utf-8", out var gatewayEvent));
        Assert.Null(gatewayEvent);
    }

    [Fact]
    public void A_body_that_is_too_large_or_too_deep_is_unreadable()
    {
        Assert.False(PushedEvent.TryRead(Encoding.UTF8.GetBytes($$"""{"event":{{Talking}}}""" + new string(' ', PushedEvent.LargestBody)), null, out _));
        Assert.False(PushedEvent.TryRead(Encoding.UTF8.GetBytes(new string('[', 10_000)), null, out _));
    }

    [Fact]
    public void Random_bytes_make_no_exception()
    {
        var random = new Random(7);
        var whole = Encoding.UTF8.GetBytes($$"""{"retcode":"0","event":{{Talking}}}""");
        for (var turn = 0; turn < 2000; turn++)
        {
            var body = (byte[])whole.Clone();
            for (var hit = random.Next(1, 6); hit > 0; hit--)
            {
                body[random.Next(body.Length)] = (byte)random.Next(256);
            }

            PushedEvent.TryRead(body.AsSpan(0, random.Next(body.Length + 1)), turn % 2 == 0 ? null : "no-such-charset", out _);
        }
    }
}
