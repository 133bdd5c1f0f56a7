using System.Globalization;
using Microsoft.Bot.Builder;
using Microsoft.Extensions.Options;
using SupervisorBot.BotBuilder.Activities;
using SupervisorBot.BotFramework.Authentication;
using SupervisorBot.BotFramework.Channel;
using SupervisorBot.BotFramework.Hosting;
using SupervisorBot.BotFramework.Turns;

namespace SupervisorBot.BotBuilder.Turns;

/// <summary>
/// The bot as the SDK sees it. It hands every activity to the same intake as the default host, and gives the SDK the answer: an invoke's as the SDK's
/// <c>invokeResponse</c> activity, collected ones (<c>expectReplies</c>) as replies of the turn.
/// </summary>
internal sealed class TurnBot(IHttpContextAccessor accessor, ITurnIntake intake, IServiceUrlPolicy policy, IOptions<BotFrameworkOptions> registration) : IBot
{
    public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (accessor.HttpContext is not { } request || request.Features.Get<Delivery>() is not { } delivery)
        {
            throw new InvalidOperationException("A turn has to come through the messages endpoint.");
        }

        CultureInfo.CurrentCulture = delivery.Culture;
        var activity = SdkActivities.FromSdk(turnContext.Activity);
        var verdict = registration.Value.IsAnonymous ? InboundVerdict.Accepted : ActivityConsistency.Judge(activity, policy);
        if (!verdict.IsAccepted)
        {
            delivery.Refusal = verdict;
            return;
        }

        delivery.Answer = await intake.TakeAsync(request, activity);
        foreach (var reply in delivery.Answer.Replies ?? [])
        {
            await turnContext.SendActivityAsync(SdkActivities.ToSdk(reply), cancellationToken);
        }

        if (delivery.Answer.Invoke is { } invoke)
        {
            await turnContext.SendActivityAsync(SdkActivities.ToSdk(invoke), cancellationToken);
        }
    }
}
