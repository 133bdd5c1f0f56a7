namespace SupervisorBot.BotFramework.Endpoint;

/// <summary>Shut until the startup check has passed: a wrongly bound bot serves nobody, not even for the moment before it stops.</summary>
internal sealed class EndpointGate
{
    private volatile bool _open;

    public bool IsOpen => _open;

    public void Open() => _open = true;
}
