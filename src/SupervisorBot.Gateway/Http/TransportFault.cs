using SupervisorBot.Gateway.Results;

namespace SupervisorBot.Gateway.Http;

/// <summary>Tells from an exception of the layers below what became of a request.</summary>
internal static class TransportFault
{
    /// <summary>The failure, or null for an exception that is no transport failure but a mistake of ours.</summary>
    public static GatewayFailure? Of(Exception exception, GatewayCall call)
    {
        var fault = FaultOf(exception, call.Sent);
        return fault is null ? null : call.Sent ? new Unknown(fault.Value) : new Unreachable(fault.Value);
    }

    private static GatewayFault? FaultOf(Exception exception, bool sent)
    {
        for (var current = exception; current is not null; current = current.InnerException)
        {
            switch (current)
            {
                case NotTriedException:
                    return GatewayFault.CircuitOpen;
                case OperationCanceledException or TimeoutException:
                    return sent ? GatewayFault.Timeout : GatewayFault.TimeoutBeforeSending;
                case HttpRequestException when WholeAnswers.IsTooLarge(current):
                    return GatewayFault.UnreadableAnswer;
                case HttpRequestException request:
                    return sent ? GatewayFault.Dropped : BeforeSending(request.HttpRequestError);
                case IOException:
                    return sent ? GatewayFault.Dropped : GatewayFault.Connection;
            }
        }

        return null;
    }

    private static GatewayFault BeforeSending(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => GatewayFault.NameResolution,
        HttpRequestError.SecureConnectionError => GatewayFault.SecureConnection,
        _ => GatewayFault.Connection,
    };
}
