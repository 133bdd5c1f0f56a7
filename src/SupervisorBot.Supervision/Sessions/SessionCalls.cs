namespace SupervisorBot.Supervision.Sessions;

/// <summary>Calls inspectors' sessions, wherever they are. One that was just taken over says so, and whoever looks after it now is called.</summary>
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
            catch (SessionMovedException) when (left > 0)
            {
                await Task.Delay(MovePause, time, cancellationToken);
            }
        }
    }
}
