using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using SupervisorBot.BotFramework.Channel;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.ConnectorSimulator.Chats;
using SupervisorBot.ConnectorSimulator.Recording;

namespace SupervisorBot.BotFramework.Tests.Channel;

/// <summary>What a channel that speaks to the connector does, whatever it does it with.</summary>
public sealed class ConnectorChannelTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(15);

    [Theory]
    [InlineData("19:incidents@thread.tacv2;messageid=1795354037170", "19%3Aincidents%40thread.tacv2%3Bmessageid%3D1795354037170")]
    [InlineData("a:b/c?d#e f%41", "a%3Ab%2Fc%3Fd%23e%20f%2541")]
    [InlineData("会话", "%E4%BC%9A%E8%AF%9D")]
    public async Task Ids_are_encoded_exactly_once(string id, string encoded)
    {
        await using ConnectorFixture edge = await ConnectorFixture.StartAsync(id);

        await edge.Channel.SendAsync(edge.Thread, Activity.Message("x"), CancellationToken.None);
        await edge.Channel.ReplyAsync(edge.Thread, id, Activity.Message("y"), CancellationToken.None);

        ConnectorCall[] calls = [.. edge.Connector.Calls];
        Assert.Equal($"/_connector/v3/conversations/{encoded}/activities", calls[0].Target);
        Assert.Equal($"/_connector/v3/conversations/{encoded}/activities/{encoded}", calls[1].Target);
        Assert.Equal((id, id), (calls[1].ConversationId, calls[1].ActivityId));
        Assert.Equal(id, (string?)calls[1].Body!["replyToId"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    public async Task The_service_urls_path_is_kept_with_or_without_a_trailing_slash(string ending)
    {
        await using ConnectorFixture edge = await ConnectorFixture.StartAsync();

        await edge.Channel.SendAsync(edge.Thread with { ServiceUrl = edge.Connector.ServiceUrl + ending }, Activity.Message("x"), CancellationToken.None);

        Assert.Equal("/_connector/v3/conversations/a%3A1personal/activities", Assert.Single(edge.Connector.Calls).Target);
    }

    [Fact]
    public async Task A_message_is_posted_edited_and_deleted()
    {
        await using ConnectorFixture edge = await ConnectorFixture.StartAsync();

        SentActivity sent = await edge.Channel.SendAsync(edge.Thread, Activity.Message("one"), CancellationToken.None);
        await edge.Channel.UpdateAsync(edge.Thread, sent.Id!, Activity.Message("two"), CancellationToken.None);
        ThreadMessage edited = Assert.Single(edge.Connector.Thread("a:1personal"));
        await edge.Channel.DeleteAsync(edge.Thread, sent.Id!, isTargeted: false, CancellationToken.None);

        Assert.Equal(("two", 1, "Bot"), (edited.Text, edited.Edits, edited.FromName));
        Assert.True(Assert.Single(edge.Connector.Thread("a:1personal")).IsDeleted);
        Assert.Equal(["POST", "PUT", "DELETE"], edge.Connector.Calls.Select(c => c.Method));
        Assert.Equal("application/json; charset=utf-8", edge.Connector.Calls[0].Headers["Content-Type"]);
    }

    [Fact]
    public async Task A_targeted_message_is_posted_edited_and_deleted_as_one()
    {
        const string Group = "19:groupchat@thread.v2";
        await using ConnectorFixture edge = await ConnectorFixture.StartAsync(Group);
        edge.Connector.Join(Group, new ChatUser("29:1alex", "Alex", "o1"));
        Activity state = Activity.Message("one") with { Recipient = new ChannelAccount("29:1alex", "Alex") { IsTargeted = true } };

        SentActivity sent = await edge.Channel.SendAsync(edge.Thread, state, CancellationToken.None);
        await edge.Channel.UpdateAsync(edge.Thread, sent.Id!, state with { Text = "two" }, CancellationToken.None);
        ThreadMessage edited = Assert.Single(edge.Connector.Thread(Group, "29:1alex"));
        await edge.Channel.DeleteAsync(edge.Thread, sent.Id!, isTargeted: true, CancellationToken.None);

        Assert.Equal(("two", 1, "29:1alex"), (edited.Text, edited.Edits, edited.To));
        Assert.Empty(edge.Connector.Thread(Group));
        Assert.True(Assert.Single(edge.Connector.Thread(Group, "29:1alex")).IsDeleted);
        Assert.All(edge.Connector.Calls, static c => Assert.EndsWith("?isTargetedActivity=true", c.Target, StringComparison.Ordinal));
        Assert.Equal("29:1alex", (string?)edge.Connector.Calls[0].Body!["recipient"]!["id"]);
        Assert.Null(edge.Connector.Calls[1].Body!["recipient"]);
    }

    [Fact]
    public async Task Typing_is_answered_without_an_id()
    {
        await using ConnectorFixture edge = await ConnectorFixture.StartAsync();

        SentActivity sent = await edge.Channel.SendAsync(edge.Thread, Activity.Typing(), CancellationToken.None);

        Assert.Null(sent.Id);
        Assert.Equal("typing", (string?)Assert.Single(edge.Connector.Calls).Body!["type"]);
    }

    [Fact]
    public async Task A_big_message_of_any_script_arrives_whole()
    {
        await using ConnectorFixture edge = await ConnectorFixture.StartAsync();
        string text = string.Concat(Enumerable.Repeat("坐席 <b>&\"\\ 👩‍💻 ", 6000));

        await edge.Channel.SendAsync(edge.Thread, Activity.Message(text), CancellationToken.None);

        Assert.Equal(text, Assert.Single(edge.Connector.Calls).Text);
    }

    [Theory]
    [InlineData(412)]
    [InlineData(429)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_passing_failure_is_tried_again(int status)
    {
        await using ConnectorFixture edge = await ConnectorFixture.StartAsync();
        edge.Connector.Plot(ConnectorFault.Refuse(status), times: 2);

        SentActivity sent = await edge.Channel.SendAsync(edge.Thread, Activity.Message("x"), CancellationToken.None);

        Assert.NotNull(sent.Id);
        Assert.Equal(3, edge.Connector.Calls.Count);
        Assert.All(edge.Connector.Calls, c => Assert.Equal("x", c.Text));
    }

    [Theory]
    [InlineData(412, ChannelFailure.Unavailable)]
    [InlineData(429, ChannelFailure.Throttled)]
    [InlineData(502, ChannelFailure.Unavailable)]
    [InlineData(503, ChannelFailure.Unavailable)]
    [InlineData(504, ChannelFailure.Unavailable)]
    public async Task A_passing_failure_that_does_not_pass_is_given_up_after_the_last_try(int status, ChannelFailure kind)
    {
        await using ConnectorFixture edge = await ConnectorFixture.StartAsync(settings: new() { ["BotFramework:ConnectorAttempts"] = "3" });
        edge.Connector.Plot(ConnectorFault.Refuse(status, "Busy"), times: 10);

        ChannelException e = await Assert.ThrowsAsync<ChannelException>(() => edge.Channel.SendAsync(edge.Thread, Activity.Message("x"), CancellationToken.None));

        Assert.Equal((kind, status, "Busy"), (e.Kind, e.Status, e.Code));
        Assert.Equal(3, edge.Connector.Calls.Count);
    }

    [Theory]
    [InlineData(400, ChannelFailure.Rejected)]
    [InlineData(401, ChannelFailure.Unauthorized)]
    [InlineData(403, ChannelFailure.Forbidden)]
    [InlineData(404, ChannelFailure.NotFound)]
    [InlineData(408, ChannelFailure.Rejected)]
    [InlineData(413, ChannelFailure.TooLarge)]
    [InlineData(500, ChannelFailure.Failed)]
    [InlineData(501, ChannelFailure.Rejected)]
    [InlineData(505, ChannelFailure.Failed)]
    public async Task Any_other_failure_is_not_tried_again(int status, ChannelFailure kind)
    {
        await using ConnectorFixture edge = await ConnectorFixture.StartAsync();
        edge.Connector.Plot(ConnectorFault.Refuse(status, "BotNotInConversationRoster"));

        ChannelException e = await Assert.ThrowsAsync<ChannelException>(() => edge.Channel.SendAsync(edge.Thread, Activity.Message("x"), CancellationToken.None));

        Assert.Equal((kind, status, "BotNotInConversationRoster"), (e.Kind, e.Status, e.Code));
        Assert.Single(edge.Connector.Calls);
    }

    [Fact]
    public async Task An_edit_that_meets_a_conflict_is_tried_again()
    {
        await using ConnectorFixture edge = await ConnectorFixture.StartAsync();
        SentActivity sent = await edge.Channel.SendAsync(edge.Thread, Activity.Message("x"), CancellationToken.None);
        edge.Connector.Plot(ConnectorFault.Refuse(412, "PreconditionFailed"));

        await edge.Channel.UpdateAsync(edge.Thread, sent.Id!, Activity.Message("y"), CancellationToken.None);

        Assert.Equal("y", Assert.Single(edge.Connector.Thread("a:1personal")).Text);
        Assert.Equal(3, edge.Connector.Calls.Count);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    public async Task A_call_whose_answer_is_lost_is_not_repeated(string method)
    {
        await using ConnectorFixture edge = await ConnectorFixture.StartAsync();
        SentActivity sent = await edge.Channel.SendAsync(edge.Thread, Activity.Message("warms the connection"), CancellationToken.None);
        edge.Connector.Plot(ConnectorFault.DropAnswer());

        ChannelException e = await Assert.ThrowsAsync<ChannelException>(() => method == "POST"
            ? edge.Channel.SendAsync(edge.Thread, Activity.Message("x"), CancellationToken.None)
            : edge.Channel.UpdateAsync(edge.Thread, sent.Id!, Activity.Message("x"), CancellationToken.None));

        Assert.Equal(ChannelFailure.AnswerLost, e.Kind);
        Assert.Single(edge.Connector.Calls, c => c.Text == "x");
    }

    [Fact]
    public async Task A_connector_that_does_not_answer_in_time_is_given_up()
    {
        await using ConnectorFixture edge = await ConnectorFixture.StartAsync(settings: new() { ["BotFramework:ConnectorAttemptLimit"] = "00:00:00.2" });
        edge.Connector.Plot(ConnectorFault.AnswerAfter(TimeSpan.FromMinutes(1)));

        ChannelException e = await Assert.ThrowsAsync<ChannelException>(() => edge.Channel.SendAsync(edge.Thread, Activity.Message("x"), CancellationToken.None));

        Assert.Equal(ChannelFailure.AnswerLost, e.Kind);
        Assert.Single(edge.Connector.Calls);
    }

    [Fact]
    public async Task A_connector_that_is_not_there_is_unreachable()
    {
        await using ConnectorFixture edge = await ConnectorFixture.StartAsync();
        using TcpListener taken = new(IPAddress.Loopback, 0);
        taken.Start();
        int port = ((IPEndPoint)taken.LocalEndpoint).Port;
        taken.Stop();

        ChannelException e = await Assert.ThrowsAsync<ChannelException>(
            () => edge.Channel.SendAsync(edge.Thread with { ServiceUrl = $"http://127.0.0.1:{port}" }, Activity.Message("x"), CancellationToken.None));

        Assert.Equal(ChannelFailure.Unreachable, e.Kind);
    }

    [Theory]
    [InlineData("http://smba.example/teams")]
    [InlineData("http://localhost.example")]
    [InlineData("ftp://localhost")]
    [InlineData("https://user@host.example")]
    [InlineData("not an address")]
    [InlineData("")]
    public async Task Nothing_is_sent_to_a_service_url_in_the_clear_or_out_of_shape(string url)
    {
        await using ConnectorFixture edge = await ConnectorFixture.StartAsync();

        ChannelException e = await Assert.ThrowsAsync<ChannelException>(
            () => edge.Channel.SendAsync(edge.Thread with { ServiceUrl = url }, Activity.Message("x"), CancellationToken.None));

        Assert.Equal(ChannelFailure.ServiceUrlRefused, e.Kind);
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    public async Task An_id_that_would_leave_its_place_in_the_path_is_refused(string id)
    {
        await using ConnectorFixture edge = await ConnectorFixture.StartAsync();

        ChannelException e = await Assert.ThrowsAsync<ChannelException>(
            () => edge.Channel.SendAsync(edge.Thread with { ConversationId = id }, Activity.Message("x"), CancellationToken.None));

        Assert.Equal(ChannelFailure.Rejected, e.Kind);
        Assert.Empty(edge.Connector.Calls);
    }

    [Fact]
    public async Task A_personal_conversation_is_created_in_Teams_shape_and_can_be_posted_to()
    {
        await using ConnectorFixture edge = await ConnectorFixture.StartAsync("19:incidents@thread.tacv2;messageid=1");
        ConversationReference origin = edge.Thread with { ConversationType = ConversationTypes.Channel };

        ConversationReference personal = await edge.Channel.CreateConversationAsync(origin, new ChannelAccount("29:1alex", "Alex"), CancellationToken.None);
        ConversationReference again = await edge.Channel.CreateConversationAsync(origin, new ChannelAccount("29:1alex"), CancellationToken.None);
        await edge.Channel.SendAsync(personal, Activity.Message("psst"), CancellationToken.None);

        Assert.True(JsonNode.DeepEquals(
            JsonNode.Parse("""
                {"isGroup":false,"bot":{"id":"28:bot","name":"Bot"},"members":[{"id":"29:1alex","name":"Alex"}],
                 "tenantId":"11111111-1111-4111-8111-111111111111","channelData":{"tenant":{"id":"11111111-1111-4111-8111-111111111111"}}}
                """),
            edge.Connector.Calls[0].Body));
        Assert.True(personal.IsPersonal);
        Assert.StartsWith("a:", personal.ConversationId, StringComparison.Ordinal);
        Assert.Equal(personal.ConversationId, again.ConversationId);
        Assert.Equal("psst", Assert.Single(edge.Connector.Thread(personal.ConversationId)).Text);
    }

    [Fact]
    public async Task A_person_without_the_app_cannot_be_written_to_and_the_code_says_so()
    {
        await using ConnectorFixture edge = await ConnectorFixture.StartAsync();
        edge.Connector.Plot(ConnectorFault.Refuse(403, "ForbiddenOperationException"), c => c.Operation == ConnectorOperation.CreateConversation);

        ChannelException e = await Assert.ThrowsAsync<ChannelException>(
            () => edge.Channel.CreateConversationAsync(edge.Thread, new ChannelAccount("29:1alex"), CancellationToken.None));

        Assert.Equal((ChannelFailure.Forbidden, "ForbiddenOperationException"), (e.Kind, e.Code));
    }

    [Fact]
    public async Task Members_are_read_page_by_page()
    {
        await using ConnectorFixture edge = await ConnectorFixture.StartAsync("19:g@thread.v2", new() { ["BotFramework:MembersPageSize"] = "50" });
        for (int i = 0; i < 120; i++)
        {
            edge.Connector.Join("19:g@thread.v2", new ChatUser($"29:{i}", $"User {i}", $"o{i}"));
        }

        IReadOnlyList<ChannelAccount> members = await edge.Channel.GetMembersAsync(edge.Thread, CancellationToken.None);
        ChannelAccount? one = await edge.Channel.GetMemberAsync(edge.Thread, "29:7", CancellationToken.None);
        ChannelAccount? nobody = await edge.Channel.GetMemberAsync(edge.Thread, "29:nobody", CancellationToken.None);

        Assert.Equal(Enumerable.Range(0, 120).Select(i => $"o{i}"), members.Select(m => m.AadObjectId));
        Assert.Equal(3, edge.Connector.Calls.Count(c => c.Operation == ConnectorOperation.Members));
        Assert.Equal(("User 7", "o7"), (one!.Name, one.AadObjectId));
        Assert.Null(nobody);
    }

    [Fact]
    public async Task A_failure_tells_no_words_of_the_connector()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        await using ConnectorFixture edge = await ConnectorFixture.StartAsync();
        Task serve = AnswerOnceAsync(listener, "HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\n", """{"error":{"code":"no code but a name: Alex","message":"secret"}}""");

        ChannelException e = await Assert.ThrowsAsync<ChannelException>(() => edge.Channel.SendAsync(
            edge.Thread with { ServiceUrl = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}" }, Activity.Message("x"), CancellationToken.None));

        await serve.WaitAsync(s_limit, TestContext.Current.CancellationToken);
        Assert.Null(e.Code);
        Assert.DoesNotContain("secret", e.ToString(), StringComparison.Ordinal);
    }

    private static async Task AnswerOnceAsync(TcpListener listener, string head, string body)
    {
        using TcpClient client = await listener.AcceptTcpClientAsync();
        byte[] buffer = new byte[64 * 1024];
        int read = await client.GetStream().ReadAsync(buffer);
        Assert.True(read > 0);
        await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes($"{head}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}"));
    }
}
