using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using SupervisorBot.ConnectorSimulator.Chats;
using SupervisorBot.ConnectorSimulator.Recording;

namespace SupervisorBot.BotFramework.Tests.Simulator;

public sealed class RecordingConnectorTests
{
    private const string Thread = "a:thread";
    private const string Group = "19:groupchat@thread.v2";
    private static readonly ChatUser s_alex = new("29:alex", "Alex Wilber", "aaaaaaaa-0000-4000-8000-000000000020");
    private static readonly ChatUser s_megan = new("29:megan", "Megan Bowen", "aaaaaaaa-0000-4000-8000-000000000021");

    [Theory]
    [InlineData(412, ConnectorErrors.PreconditionFailed)]
    [InlineData(500, "ServiceError")]
    [InlineData(502, "BadGateway")]
    [InlineData(503, "ServiceUnavailable")]
    [InlineData(504, "GatewayTimeout")]
    [InlineData(403, ConnectorErrors.BotDisabledByAdmin)]
    [InlineData(403, ConnectorErrors.ConversationBlockedByUser)]
    [InlineData(403, ConnectorErrors.BotNotInConversationRoster)]
    [InlineData(403, ConnectorErrors.InvalidBotApiHost)]
    [InlineData(404, ConnectorErrors.ConversationNotFound)]
    [InlineData(404, ConnectorErrors.ActivityNotFound)]
    public async Task A_refusal_carries_its_status_and_code_and_nothing_is_posted(int status, string code)
    {
        await using RecordingConnector connector = await RecordingConnector.StartAsync();
        connector.Plot(ConnectorFault.Refuse(status, code));

        using HttpResponseMessage answer = await PostAsync(connector, Thread, "one");

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(code, (string?)(await answer.Content.ReadFromJsonAsync<JsonNode>())!["error"]!["code"]);
        Assert.Equal((false, status), (connector.Calls[0].DidDuty, connector.Calls[0].Status));
        Assert.Empty(connector.Thread(Thread));
        Assert.Equal(HttpStatusCode.Created, (await PostAsync(connector, Thread, "two")).StatusCode);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(1500, "2")]
    public async Task Throttling_says_how_long_to_wait_or_nothing(int? milliseconds, string? header)
    {
        await using RecordingConnector connector = await RecordingConnector.StartAsync();
        connector.Plot(ConnectorFault.Throttle(milliseconds is { } wait ? TimeSpan.FromMilliseconds(wait) : null));

        using HttpResponseMessage answer = await PostAsync(connector, Thread, "one");

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal(header, answer.Headers.RetryAfter?.ToString());
    }

    [Fact]
    public async Task The_nth_send_of_one_conversation_fails_and_the_others_do_not()
    {
        await using RecordingConnector connector = await RecordingConnector.StartAsync();
        connector.PlotSend(Thread, nth: 2, ConnectorFault.Refuse(503), times: 2);

        List<int> statuses = [];
        for (int i = 0; i < 4; i++)
        {
            Assert.Equal(201, (int)(await PostAsync(connector, "a:other", "x")).StatusCode);
            statuses.Add((int)(await PostAsync(connector, Thread, "x")).StatusCode);
        }

        Assert.Equal([201, 503, 503, 201], statuses);
        Assert.Equal(statuses, connector.CallsOf(Thread).Select(static c => c.Status));
    }

    [Fact]
    public async Task A_plan_for_all_calls_lasts_until_it_is_forgiven()
    {
        await using RecordingConnector connector = await RecordingConnector.StartAsync();
        connector.Plot(ConnectorFault.Refuse(500), times: int.MaxValue);

        Assert.Equal(500, (int)(await PostAsync(connector, Thread, "1")).StatusCode);
        Assert.Equal(500, (int)(await PostAsync(connector, Thread, "2")).StatusCode);
        connector.Forgive();
        Assert.Equal(201, (int)(await PostAsync(connector, Thread, "3")).StatusCode);
    }

    public static TheoryData<ConnectorFault, bool> LostAnswers() => new()
    {
        { ConnectorFault.DropAnswer(), true },
        { ConnectorFault.CutAnswer(), true },
        { ConnectorFault.DropRequest(), false },
    };

    [Theory]
    [MemberData(nameof(LostAnswers), DisableDiscoveryEnumeration = true)]
    public async Task A_lost_answer_leaves_the_message_there_or_not(ConnectorFault fault, bool isThere)
    {
        await using RecordingConnector connector = await RecordingConnector.StartAsync();
        connector.Plot(fault);

        Exception lost = await Assert.ThrowsAnyAsync<Exception>(() => PostAsync(connector, Thread, "one"));

        Assert.True(lost is HttpRequestException or IOException, lost.ToString());
        Assert.Equal((isThere, 0), (connector.Calls[0].DidDuty, connector.Calls[0].Status));
        Assert.Equal(isThere ? 1 : 0, connector.Thread(Thread).Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_answer_at_all_comes_until_the_sender_gives_up(bool doesDuty)
    {
        await using RecordingConnector connector = await RecordingConnector.StartAsync();
        connector.Plot(ConnectorFault.NeverAnswer(doesDuty));
        using CancellationTokenSource givesUp = new();

        Task<HttpResponseMessage> post = PostAsync(connector, Thread, "one", givesUp.Token);
        ConnectorCall call = await connector.WaitForAsync(static c => c.IsPost);
        Assert.False(post.IsCompleted);
        await givesUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => post);
        Assert.Null(call.AnsweredTimestamp);
        Assert.Equal(doesDuty ? 1 : 0, connector.Thread(Thread).Count);
    }

    [Fact]
    public async Task A_late_answer_is_for_a_message_that_is_there_already_even_if_nobody_waits_for_it()
    {
        await using RecordingConnector connector = await RecordingConnector.StartAsync();
        connector.Plot(ConnectorFault.AnswerAfter(TimeSpan.FromMinutes(10)));
        using CancellationTokenSource givesUp = new();

        Task<HttpResponseMessage> post = PostAsync(connector, Thread, "one", givesUp.Token);
        await connector.WaitForMessageAsync(Thread, static m => m.Text == "one");
        await givesUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => post);
    }

    [Fact]
    public async Task A_targeted_message_is_seen_by_the_person_it_is_for_alone()
    {
        await using RecordingConnector connector = await RecordingConnector.StartAsync();
        connector.Join(Group, s_alex);
        connector.Join(Group, s_megan);

        Assert.Equal(201, await TargetAsync(connector, new { type = "message", text = "psst", recipient = new { id = s_alex.Id } }));
        await PostAsync(connector, Group, "hello");

        Assert.Equal(["psst", "hello"], connector.Thread(Group, s_alex.Id).Select(static m => m.Text));
        Assert.Equal(["hello"], connector.Thread(Group, s_megan.Id).Select(static m => m.Text));
        Assert.Equal(["hello"], connector.Thread(Group).Select(static m => m.Text));
        Assert.Equal([true, false], connector.Calls.Select(static c => c.IsTargeted));
    }

    [Fact]
    public async Task A_targeted_message_needs_a_member_as_its_recipient_and_an_edit_must_not_name_one()
    {
        await using RecordingConnector connector = await RecordingConnector.StartAsync();
        connector.Join(Group, s_alex);

        Assert.Equal(400, await TargetAsync(connector, new { type = "message", text = "to nobody" }));
        Assert.Equal(403, await TargetAsync(connector, new { type = "message", text = "to a stranger", recipient = new { id = s_megan.Id } }));
        Assert.Equal(201, await TargetAsync(connector, new { type = "message", text = "psst", recipient = new { id = s_alex.Id } }));
        string id = Assert.Single(connector.Thread(Group, s_alex.Id)).Id;

        Assert.Equal(400, await EditAsync(connector, id, new { type = "message", text = "again", recipient = new { id = s_alex.Id } }));
        Assert.Equal(404, await EditAsync(connector, id, new { type = "message", text = "again" }, isTargeted: false));
        Assert.Equal(200, await EditAsync(connector, id, new { type = "message", text = "again" }));
        Assert.Equal("again", Assert.Single(connector.Thread(Group, s_alex.Id)).Text);
    }

    [Fact]
    public async Task A_targeted_message_can_be_changed_for_a_day()
    {
        FakeTimeProvider time = new();
        await using RecordingConnector connector = await RecordingConnector.StartAsync(time);
        connector.Join(Group, s_alex);
        await TargetAsync(connector, new { type = "message", text = "psst", recipient = new { id = s_alex.Id } });
        string id = Assert.Single(connector.Thread(Group, s_alex.Id)).Id;

        time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));
        Assert.Equal(200, await EditAsync(connector, id, new { type = "message", text = "late" }));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(404, await EditAsync(connector, id, new { type = "message", text = "too late" }));
        using HttpClient client = new();
        using HttpResponseMessage deleted = await client.DeleteAsync(AddressOf(connector, Group, $"/{id}?isTargetedActivity=true"));
        Assert.Equal(404, (int)deleted.StatusCode);
    }

    [Fact]
    public async Task Rates_are_counted_for_each_thread_and_for_the_tenant()
    {
        await using RecordingConnector connector = await RecordingConnector.StartAsync();
        for (int i = 0; i < 5; i++)
        {
            await PostAsync(connector, Thread, "x");
            await PostAsync(connector, "a:other", "x");
        }

        await PostAsync(connector, Thread, "x");

        Assert.Equal(6, connector.RatesOfThreads()[Thread].Calls);
        Assert.Equal(5, connector.RatesOfThreads()["a:other"].Calls);
        Assert.Equal(11, connector.RatesOfTenant().MostInHour);
        Assert.All(connector.CallsOf(Thread), static c => Assert.True(c.AnsweredTimestamp >= c.Timestamp));
    }

    [Fact]
    public void The_most_within_a_window_is_found_wherever_it_lies()
    {
        double[] seconds = [0, 10, 10.1, 10.2, 10.99, 11.0, 11.5, 12.0, 45];

        CallRates rates = CallRates.Of(seconds.Select(At));

        Assert.Equal(new CallRates(9, 4, 6, 8, 9), rates);
        Assert.Equal(3, CallRates.Of(seconds.Select(At), TimeSpan.FromMilliseconds(100)).MostIn1s);
        Assert.True(rates.KeepThreadLimits);
        Assert.False(CallRates.Of(Enumerable.Range(0, 8).Select(static i => At(i * 0.1))).KeepThreadLimits);
        Assert.False(CallRates.Of(Enumerable.Range(0, 9).Select(static i => At(i * 0.2))).KeepThreadLimits);
        Assert.False(CallRates.Of(Enumerable.Range(0, 61).Select(static i => At(i * 0.4))).KeepThreadLimits);
        Assert.False(CallRates.Of(Enumerable.Range(0, 51).Select(static i => At(i * 0.01))).KeepTenantLimit);
        Assert.Equal(new CallRates(0, 0, 0, 0, 0), CallRates.Of([]));
    }

    private static ConnectorCall At(double seconds) => new(
        0, ConnectorOperation.Send, "POST", "/", Thread, null, null, new Dictionary<string, string>(), DateTimeOffset.UnixEpoch,
        (long)Math.Round(seconds * System.Diagnostics.Stopwatch.Frequency));

    private static Uri AddressOf(RecordingConnector connector, string conversation, string more) =>
        new($"{connector.ServiceUrl}/v3/conversations/{Uri.EscapeDataString(conversation)}/activities{more}");

    private static async Task<int> TargetAsync(RecordingConnector connector, object activity)
    {
        using HttpClient client = new();
        using HttpResponseMessage answer = await client.PostAsJsonAsync(AddressOf(connector, Group, "?isTargetedActivity=true"), activity);
        return (int)answer.StatusCode;
    }

    private static async Task<int> EditAsync(RecordingConnector connector, string id, object activity, bool isTargeted = true)
    {
        using HttpClient client = new();
        using HttpResponseMessage answer = await client.PutAsJsonAsync(AddressOf(connector, Group, isTargeted ? $"/{id}?isTargetedActivity=true" : $"/{id}"), activity);
        return (int)answer.StatusCode;
    }

    private static async Task<HttpResponseMessage> PostAsync(RecordingConnector connector, string conversation, string text, CancellationToken givesUp = default)
    {
        using HttpClient client = new();
        return await client.PostAsJsonAsync(AddressOf(connector, conversation, ""), new { type = "message", text }, givesUp);
    }
}
