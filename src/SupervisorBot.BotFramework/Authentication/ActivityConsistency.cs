using SupervisorBot.BotFramework.Authentication.Inbound;
using SupervisorBot.BotFramework.Channel;
using SupervisorBot.BotFramework.Schema;

namespace SupervisorBot.BotFramework.Authentication;

/// <summary>What an activity has to be once its sender is proven: consistent and answerable, or the bot would act and could tell nobody.</summary>
public static class ActivityConsistency
{
    /// <summary>Judges a proven activity. It is forbidden where it names two tenants, or a service URL to which the bot must not send.</summary>
    /// <param name="activity">The activity.</param>
    /// <param name="policy">Says where the bot may send.</param>
    public static InboundVerdict Judge(Activity activity, IServiceUrlPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(activity);
        ArgumentNullException.ThrowIfNull(policy);
        if (!ActivityTenants.Agree(activity))
        {
            return InboundVerdict.Forbidden(nameof(TokenFault.Tenants));
        }

        return ServiceUrls.TryParse(activity.ServiceUrl, out Uri? serviceUrl) && policy.Allows(serviceUrl)
            ? InboundVerdict.Accepted
            : InboundVerdict.Forbidden(nameof(TokenFault.ServiceHost));
    }
}
