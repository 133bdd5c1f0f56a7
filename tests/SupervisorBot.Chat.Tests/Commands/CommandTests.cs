using SupervisorBot.Chat.Cards;
using SupervisorBot.Chat.Commands;
using SupervisorBot.Chat.Tests.Bench;
using SupervisorBot.Chat.Texts;
using SupervisorBot.Gateway.Monitoring;
using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Chat.Tests.Commands;

public sealed class CommandTests
{
    [Theory]
    [InlineData("/help")]
    [InlineData("help")]
    [InlineData("HELP")]
    [InlineData("  /Help  ")]
    [InlineData("/help me")]
    [InlineData("")]
    public async Task Help_lists_every_command_however_it_is_typed(string typed)
    {
        await using var bench = new ChatBench();
        await bench.SayAsync(typed);
        var help = Assert.Single(bench.Sent);
        Assert.All(CommandTable.All, command =>
        {
            Assert.Contains(Markup.Syntax(command.Usage), help.Text);
            Assert.Contains(CommandTexts.Description(command), help.Text);
        });
    }

    [Theory]
    [InlineData("Personal")]
    [InlineData("Group")]
    [InlineData("Channel")]
    public async Task A_command_is_answered_where_it_was_typed(string room)
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/agents", room: Room.Named(room));
        Assert.Equal(Room.Named(room).ConversationId, Assert.Single(bench.Sent).ConversationId);
        Assert.Contains("Anna Ivanova", bench.Last.Text);
    }

    [Fact]
    public async Task What_is_not_addressed_to_the_bot_in_a_group_is_left_alone()
    {
        await using var bench = new ChatBench();
        await bench.TurnAsync(Recordings.Read(Room.Group.Recording, activity =>
        {
            activity["text"] = "how is everybody";
            activity["entities"] = null;
        }));
        Assert.Empty(bench.Sent);
    }

    [Theory]
    [InlineData("/intercpet", "/intercept", "/intercept 2001")]
    [InlineData("/lisen 1001", "/listen", "/listen 2001")]
    [InlineData("singin", "/signin", "/signin")]
    [InlineData("hang", "/hangup [now]", "/hangup")]
    [InlineData("/barge 1001", "/insert", "/insert 2001")]
    [InlineData("login", "/signin", "/signin")]
    [InlineData("Takeover", "/intercept", "/intercept 2001")]
    public async Task An_unknown_word_is_answered_with_what_was_meant_and_an_example(string typed, string meant, string example)
    {
        await using var bench = new ChatBench();
        await bench.SayAsync(typed);
        Assert.Contains($"Did you mean {meant}", bench.Last.Text);
        Assert.Contains($"For example: {example}", bench.Last.Text);
        Assert.Empty(bench.Desk.Asked);
    }

    [Fact]
    public async Task A_word_like_no_command_is_answered_with_the_way_to_help_and_not_read_as_markup()
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("[click](http://evil.example)");
        Assert.Contains("/help", bench.Last.Text);
        Assert.DoesNotContain("Did you mean", bench.Last.Text);
        Assert.Contains(@"\[click\]", bench.Last.Text);
    }

    [Theory]
    [InlineData("/listen")]
    [InlineData("/insert")]
    [InlineData("/whisper")]
    [InlineData("/calls")]
    public async Task A_missing_work_number_is_asked_for_with_an_example(string typed)
    {
        await using var bench = new ChatBench();
        await bench.SayAsync(typed);
        Assert.Contains("needs a work number", bench.Last.Text);
        Assert.Contains($"For example: {typed} 2001", bench.Last.Text);
        Assert.Empty(bench.Desk.Asked);
    }

    [Theory]
    [InlineData("/listen 100")]
    [InlineData("/listen 1000000")]
    [InlineData("/listen -1001")]
    [InlineData("/listen 1001x")]
    [InlineData("/listen 99999999999999999999")]
    [InlineData("/listen ١٠٠١")]
    [InlineData("/intercept 7")]
    [InlineData("/calls anna")]
    public async Task A_wrong_work_number_is_refused_with_the_range(string typed)
    {
        await using var bench = new ChatBench();
        await bench.SayAsync(typed);
        Assert.Contains("from 101 to 999999", bench.Last.Text);
        Assert.Empty(bench.Desk.Asked);
        Assert.Empty(bench.Desk.Proposals);
    }

    [Theory]
    [InlineData("/listen 101")]
    [InlineData("/listen 999999")]
    public async Task The_ends_of_the_range_are_work_numbers(string typed)
    {
        await using var bench = new ChatBench();
        await bench.SayAsync(typed);
        Assert.IsType<MonitorRequested>(Assert.Single(bench.Desk.Asked));
    }

    [Theory]
    [InlineData("/listen 1001 1002")]
    [InlineData("/intercept 1001 1632-7 now")]
    [InlineData("/stop now")]
    [InlineData("/hangup 1001")]
    [InlineData("/status please")]
    [InlineData("/signin 2001")]
    [InlineData("/signout now")]
    [InlineData("/switch listen now")]
    public async Task Too_many_words_are_refused_with_the_usage(string typed)
    {
        await using var bench = new ChatBench();
        await bench.SayAsync(typed);
        Assert.Contains("more than", bench.Last.Text);
        Assert.Contains("For example:", bench.Last.Text);
        Assert.Empty(bench.Desk.Asked);
        Assert.Empty(bench.Desk.Proposals);
    }

    [Theory]
    [InlineData("/listen 1001", MonitoringMode.Listen, "nobody hears you")]
    [InlineData("/insert 1001", MonitoringMode.Insert, "agent and customer hear you")]
    [InlineData("/whisper 1001", MonitoringMode.Whisper, "only the agent hears you")]
    public async Task Monitoring_is_asked_for_and_named_by_who_hears_whom(string typed, MonitoringMode mode, string heard)
    {
        await using var bench = new ChatBench();
        await bench.SayAsync(typed);
        var request = Assert.IsType<MonitorRequested>(Assert.Single(bench.Desk.Asked));
        Assert.Equal((1001, mode), (request.WorkNo, request.Mode));
        Assert.Contains(heard, bench.Last.Text);
    }

    [Theory]
    [InlineData("/switch listen", MonitoringMode.Listen)]
    [InlineData("/switch INSERT", MonitoringMode.Insert)]
    [InlineData("switch Whisper", MonitoringMode.Whisper)]
    public async Task A_switch_is_asked_for(string typed, MonitoringMode mode)
    {
        await using var bench = new ChatBench();
        await bench.SayAsync(typed);
        Assert.Equal(mode, Assert.IsType<SwitchRequested>(Assert.Single(bench.Desk.Asked)).Mode);
    }

    [Theory]
    [InlineData("/switch", "needs a mode")]
    [InlineData("/switch loud", "is not a mode")]
    [InlineData("/switch 1", "is not a mode")]
    public async Task A_wrong_mode_is_refused_with_those_there_are(string typed, string words)
    {
        await using var bench = new ChatBench();
        await bench.SayAsync(typed);
        Assert.Contains(words, bench.Last.Text);
        Assert.Contains("whisper", bench.Last.Text);
        Assert.Empty(bench.Desk.Asked);
    }

    [Theory]
    [InlineData("/signin", typeof(SignInRequested))]
    [InlineData("/signout", typeof(SignOutRequested))]
    [InlineData("/stop", typeof(StopRequested))]
    [InlineData("/hangup now", typeof(HangUpRequested))]
    public async Task A_plain_request_is_asked_for_once_and_answered(string typed, Type request)
    {
        await using var bench = new ChatBench();
        await bench.SayAsync(typed);
        Assert.IsType(request, Assert.Single(bench.Desk.Asked));
        Assert.Single(bench.Sent);
    }

    [Fact]
    public async Task Stop_and_hang_up_say_what_becomes_of_the_call()
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/stop");
        Assert.Contains("go on talking", bench.Last.Text);
        await bench.SayAsync("/hangup now");
        Assert.Contains("customer's call ends", bench.Last.Text);
    }

    [Fact]
    public async Task A_redelivered_message_does_nothing_twice()
    {
        await using var bench = new ChatBench();
        var message = Recordings.Message(Person.Olga, Room.Personal, "/listen 1001");
        await bench.TurnAsync(message);
        await bench.TurnAsync(message);
        Assert.Single(bench.Desk.Asked);
        Assert.Single(bench.Sent);
    }

    [Fact]
    public async Task The_same_id_in_another_conversation_is_another_message()
    {
        await using var bench = new ChatBench();
        await bench.TurnAsync(Recordings.Message(Person.Olga, Room.Personal, "/status") with { Id = "1" });
        await bench.TurnAsync(Recordings.Message(Person.Olga, Room.Group, "/status") with { Id = "1" });
        Assert.Equal(2, bench.Sent.Count);
    }

    [Fact]
    public async Task An_id_is_forgotten_after_its_age()
    {
        await using var bench = new ChatBench(("Chat:ActivityMemory", "00:05:00"));
        var message = Recordings.Message(Person.Olga, Room.Personal, "/status");
        await bench.TurnAsync(message);
        bench.Time.Advance(TimeSpan.FromMinutes(6));
        await bench.TurnAsync(message);
        Assert.Equal(2, bench.Sent.Count);
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Every_refusal_says_what_to_do(Refusal refusal)
    {
        await using var bench = new ChatBench();
        bench.Desk.Receipt = new Receipt(refusal, 1002);
        await bench.SayAsync("/listen 1001");
        Assert.True(bench.Last.Text.Length > 40, bench.Last.Text);
        Assert.DoesNotContain(refusal.ToString(), bench.Last.Text);
    }

    public static TheoryData<Refusal> Refusals => [.. Enum.GetValues<Refusal>()];

    [Fact]
    public async Task Not_signed_in_offers_to_sign_in()
    {
        await using var bench = new ChatBench();
        bench.Desk.ReadingRefused = Refusal.NotSignedIn;
        await bench.SayAsync("/agents");
        Assert.Contains("not signed in", bench.Last.Text);
        var answer = await bench.PressAsync(bench.Last, "Sign in");
        Assert.False(Assert.IsType<SignInRequested>(Assert.Single(bench.Desk.Asked)).TakeOver);
        Assert.Contains("Signing in", answer.Text);
    }

    [Fact]
    public async Task Already_monitoring_names_whom()
    {
        await using var bench = new ChatBench();
        bench.Desk.Receipt = new Receipt(Refusal.AlreadyMonitoring, 1002);
        await bench.SayAsync("/listen 1001");
        Assert.Contains("1002", bench.Last.Text);
        Assert.Contains("/stop", bench.Last.Text);
    }

    [Fact]
    public async Task A_gateway_code_is_told_with_its_meaning_and_the_next_step()
    {
        await using var bench = new ChatBench();
        bench.Desk.ReadingProblem = new Problem(ProblemKind.Refused, "900-002");
        await bench.SayAsync("/calls 1001");
        Assert.Contains(ResultTexts.Meaning("900-002"), bench.Last.Text);
        Assert.Contains(ResultTexts.NextStep("900-002"), bench.Last.Text);
        Assert.Contains("900-002", bench.Last.Text);
    }

    [Fact]
    public async Task Calls_show_masked_numbers_direction_and_age()
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/calls 1002");
        Assert.Contains("7777", bench.Last.Text);
        Assert.Contains("8888", bench.Last.Text);
        Assert.Contains("The customer called in", bench.Last.Text);
        Assert.Contains("Talking for 3 min", bench.Last.Text);
        Assert.DoesNotContain("4930", bench.Last.Text);
    }

    [Fact]
    public async Task Status_shows_the_session_and_what_can_be_done()
    {
        await using var bench = new ChatBench();
        await bench.SayAsync("/status");
        Assert.Contains("Signed in, since 11/22/2026 15:00:00 (UTC+02:00)", bench.Last.Text);
        Assert.Contains("Monitoring: Nobody", bench.Last.Text);
        Assert.Contains("[Sign out]", bench.Last.Text);
    }
}
