using Orleans.Runtime;

namespace SupervisorBot.Supervision.Sessions;

/// <summary>
/// Calls inspectors' sessions, wherever they are. One that was just taken over says so, one whose node died says nothing: whoever looks after it now is
/// called. All that a session is asked may be asked twice: it does nothing a second time.
/// </summary>
internal sealed class SessionCalls(IGrainFactory grains, TimeProvider time)
{
    private const int MostMoves = 3;
    private static readonly TimeSpan MovePause = TimeSpan.FromMilliseconds(100);

    public async Task<T> CallAsync<T>(int agentId, Func<IInspectorSession, Task<T>> call, CancellationToken cancellationToken)
    {
        for (var left = MostMoves; ; left--)
        {
            try
            {
                return await call(grains.GetGrain<IInspectorSession>(agentId)).WaitAsync(cancellationToken);
            }
            catch (Exception exception) when (left > 0 && exception is SessionMovedException or SiloUnavailableException)
            {
                await Task.Delay(MovePause * (1 + MostMoves - left), time, cancellationToken);
            }
        }
    }
}
