namespace SupervisorBot.Demo;

/// <summary>Leaves Ctrl+C to the demo, which stops the client first and the bot after it.</summary>
internal sealed class NoLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
