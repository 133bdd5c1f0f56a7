using SupervisorBot.ConnectorSimulator.Cards;
using SupervisorBot.ConnectorSimulator.Recording;
using SupervisorBot.EndToEnd.Tests.Running;

namespace SupervisorBot.EndToEnd.Tests.Faults.Rows;

/// <summary>What goes wrong on the way to the chat. The call is taken in each of these rows; what differs is how the inspector hears of it.</summary>
internal static class ConnectorRows
{
    private const string Told = "took over the call of";
    private const string Recorded = "is being recorded";

    private static readonly FaultEnd Untold = FaultEnd.Done with { InPosts = [Recorded], NotInPosts = [Told] };
    private static readonly FaultEnd ToldInOrder = FaultEnd.Done with { InPosts = [Told, Recorded] };
    private static readonly FaultEnd Stuck = new("… Taking over the call of", Aftermath.InspectorTalks, [], []) { NotInPosts = [Told], OnNewCard = "Your status" };
    private static readonly FaultEnd ToldTwice = ToldInOrder with { Copies = 2 };

    public static IReadOnlyList<FaultRow> All { get; } =
    [
        .. new[] { 412, 429, 502, 503, 504 }.Select(status => Post($"HTTP {status} twice", ConnectorFault.Refuse(status), ToldInOrder, times: 2)),
        Post("HTTP 429 with Retry-After, twice", ConnectorFault.Throttle(TimeSpan.FromSeconds(1)), ToldInOrder, times: 2),
        Post("HTTP 500 once", ConnectorFault.Refuse(500), ToldInOrder),
        Post("HTTP 500 every time", ConnectorFault.Refuse(500), Untold, times: 1000),
        Post("HTTP 400", ConnectorFault.Refuse(400, "BadSyntax"), Untold),
        Post("HTTP 403 InvalidBotApiHost", ConnectorFault.Refuse(403, ConnectorErrors.InvalidBotApiHost), Untold),
        Stopped("HTTP 403 BotNotInConversationRoster", ConnectorFault.Refuse(403, ConnectorErrors.BotNotInConversationRoster)),
        Stopped("HTTP 403 ConversationBlockedByUser", ConnectorFault.Refuse(403, ConnectorErrors.ConversationBlockedByUser)),
        Stopped("HTTP 403 BotDisabledByAdmin", ConnectorFault.Refuse(403, ConnectorErrors.BotDisabledByAdmin)),
        Stopped("HTTP 404 ConversationNotFound", ConnectorFault.Refuse(404, ConnectorErrors.ConversationNotFound)),
        Post("connection closed, not posted", ConnectorFault.DropRequest(), ToldInOrder),
        Post("connection closed, posted all the same", ConnectorFault.DropAnswer(), ToldTwice),
        Post("connection closed every time, posted all the same", ConnectorFault.DropAnswer(), ToldTwice, times: 1000),
        Post("answer cut half-way", ConnectorFault.CutAnswer(), ToldTwice),
        Post("never answered, not posted", ConnectorFault.NeverAnswer(), ToldInOrder),
        Post("never answered, posted all the same", ConnectorFault.NeverAnswer(doesDuty: true), ToldTwice),
        .. new[] { 412, 429, 500, 502, 503, 504 }.Select(status => Edit($"HTTP {status} twice", ConnectorFault.Refuse(status), times: 2)),
        Edit("HTTP 429 with Retry-After, twice", ConnectorFault.Throttle(TimeSpan.FromSeconds(1)), times: 2),
        Edit("connection closed, edited all the same, twice", ConnectorFault.DropAnswer(), times: 2),
        Edit("never answered", ConnectorFault.NeverAnswer()),
        Edit("HTTP 404 ActivityNotFoundInConversation every time", ConnectorFault.Refuse(404, ConnectorErrors.ActivityNotFound), times: 1000) with
        {
            End = ToldInOrder with { IsAnew = true },
        },
    ];

    private static FaultRow Post(string name, ConnectorFault fault, FaultEnd end, int times = 1) =>
        Row("The Bot Connector, when the outcome is posted", name, fault, IsOutcomePost, end, times);

    private static FaultRow Edit(string name, ConnectorFault fault, int times = 1) =>
        Row("The Bot Connector, when the card is edited to the outcome", name, fault, IsOutcomeEdit, ToldInOrder, times);

    private static FaultRow Row(string step, string name, ConnectorFault fault, Func<ConnectorCall, bool> when, FaultEnd end, int times) => new(
        step,
        name,
        scene =>
        {
            scene.AtConnector(fault, when, times);
            return Task.CompletedTask;
        },
        Traffic.Whole,
        end);

    /// <summary>
    /// Nothing more is sent to a conversation that the bot is not welcome in, until something is heard from there; the card then stays as the press was answered.
    /// </summary>
    private static FaultRow Stopped(string name, ConnectorFault fault) =>
        Post($"{name}; later the inspector types /status", fault, Stuck) with
        {
            Play = static async scene =>
            {
                await scene.InterceptAsync();
                var refused = await scene.Bot.Connector.WaitForAsync(call => scene.IsHere(call) && IsOutcomePost(call));
                Assert.True(scene.Bot.Centre.Hold(scene.CallId));
                Assert.True(scene.Bot.Centre.TakeBack(scene.CallId));
                Assert.DoesNotContain(scene.Bot.Connector.Calls.Skip(refused.Number + 1), scene.IsHere);
                await scene.AskUntilAnsweredAsync("/status", Stuck.OnNewCard!);
            },
        };

    private static bool IsOutcomePost(ConnectorCall call) => call.IsPost && call.Text?.Contains(Told, StringComparison.Ordinal) == true;

    private static bool IsOutcomeEdit(ConnectorCall call) =>
        call.Operation == ConnectorOperation.Update && call.Card is { } card && CardReader.Lines(card) is [var title, ..] && title == FaultEnd.Done.Title;
}
