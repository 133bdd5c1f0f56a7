namespace SupervisorBot.BotFramework.Endpoint;

/// <summary>
/// Shut until the startup check has passed: a wrongly bound bot serves nobody, not even for the moment before it stops. Shut again when the stop begins:
/// a press that is refused may be made again at once, at another node, one that is taken by half may not.
/// </summary>
internal sealed class EndpointGate
{
    private volatile bool _open;

    public bool IsOpen => _open;

    public void Open() => _open = true;

    public void Shut() => _open = false;
}
