using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Extensions.DependencyInjection;
using SupervisorBot.BotFramework.Channel;
using SupervisorBot.BotFramework.Schema;
using SupervisorBot.BotFramework.Tests.Channel;
using SupervisorBot.ConnectorSimulator.Recording;

namespace SupervisorBot.BotBuilder.Tests.Channel;

/// <summary>An adapter of the host's own, with what people have on the SDK.</summary>
public sealed class OwnAdapterTests
{
    [Fact]
    public async Task Middleware_sees_what_is_sent()
    {
        Transcript transcript = new();
        CloudAdapter adapter = new();
        adapter.Use(transcript);
        await using var edge = await ConnectorFixture.StartAsync(configure: services => services.AddSingleton(adapter));

        var sent = await edge.Channel.SendAsync(edge.Thread, Activity.Message("one"), TestContext.Current.CancellationToken);
        await edge.Channel.UpdateAsync(edge.Thread, sent.Id!, Activity.Message("two"), TestContext.Current.CancellationToken);

        Assert.Equal(["sent one", "updated two"], transcript.Seen);
    }

    [Fact]
    public async Task An_error_handler_of_the_adapter_does_not_make_a_failed_post_a_done_one()
    {
        CloudAdapter adapter = new() { OnTurnError = (_, _) => Task.CompletedTask };
        await using var edge = await ConnectorFixture.StartAsync(configure: services => services.AddSingleton(adapter));
        edge.Connector.Plot(ConnectorFault.Refuse(403, "ConversationBlockedByUser"));

        var failure = await Assert.ThrowsAsync<ChannelException>(
            () => edge.Channel.SendAsync(edge.Thread, Activity.Message("x"), TestContext.Current.CancellationToken));

        Assert.Equal((ChannelFailure.Forbidden, "ConversationBlockedByUser"), (failure.Kind, failure.Code));
    }

    private sealed class Transcript : IMiddleware
    {
        public List<string> Seen { get; } = [];

        public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
        {
            turnContext.OnSendActivities((_, activities, send) =>
            {
                Seen.AddRange(activities.Select(activity => $"sent {activity.Text}"));
                return send();
            });
            turnContext.OnUpdateActivity((_, activity, update) =>
            {
                Seen.Add($"updated {activity.Text}");
                return update();
            });
            return next(cancellationToken);
        }
    }
}
