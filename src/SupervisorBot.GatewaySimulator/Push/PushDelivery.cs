namespace SupervisorBot.GatewaySimulator;

/// <summary>Carries one sign-in's events to its callback: in order, one at a time. Touched only under the floor's lock, but for the sending itself.</summary>
internal sealed class PushDelivery(Session session, PushTarget target, PushSender sender, Floor floor)
{
    private bool isUnderWay;

    /// <summary>Where to, and with which token; a handshake may renew the token.</summary>
    public PushTarget Target { get; set; } = target;

    /// <summary>Begins to send, unless it does already or no node of the gateway is up.</summary>
    public void Kick()
    {
        if (!isUnderWay && floor.IsAnyNodeUp())
        {
            isUnderWay = true;
            _ = Task.Run(SendAllAsync);
        }
    }

    private async Task SendAllAsync()
    {
        try
        {
            while (Next() is { } next)
            {
                await sender.SendAsync(next.Target, next.Event);
            }
        }
        catch (OperationCanceledException)
        {
            // The simulator stops.
        }
    }

    private (PushTarget Target, EventRecord Event)? Next()
    {
        lock (floor.Gate)
        {
            if (!session.IsEnded && floor.IsAnyNodeUp() && session.TryTake() is { } taken)
            {
                return (Target, taken);
            }

            isUnderWay = false;
            return null;
        }
    }
}
