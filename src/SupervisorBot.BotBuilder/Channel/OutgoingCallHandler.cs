using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Bot.Connector;

namespace SupervisorBot.BotBuilder.Channel;

/// <summary>
/// Notes when the SDK's request leaves, and mends what the SDK does not know of: the mark of a targeted message, for which it has no argument, and ids that are
/// not ASCII, which it copies into a header.
/// </summary>
internal sealed class OutgoingCallHandler : DelegatingHandler
{
    private const string Targeted = "isTargetedActivity";

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Headers.TryGetValues(ConversationConstants.ConversationIdHttpHeaderName, out var ids) && !ids.All(static id => Ascii.IsValid(id)))
        {
            request.Headers.Remove(ConversationConstants.ConversationIdHttpHeaderName);
        }

        if (OutgoingCall.Current is { } call)
        {
            call.HasLeft = true;
            if (call.IsTargeted)
            {
                request.RequestUri = new Uri(QueryHelpers.AddQueryString(request.RequestUri!.AbsoluteUri, Targeted, "true"));
            }
        }

        return base.SendAsync(request, cancellationToken);
    }
}
