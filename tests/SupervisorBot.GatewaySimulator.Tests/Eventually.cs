namespace SupervisorBot.GatewaySimulator.Tests;

/// <summary>Waits for a condition, within a limit.</summary>
internal static class Eventually
{
    public static async Task HoldsAsync(Func<bool> condition)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Gateway.Limit);
        while (!condition())
        {
            await Task.Delay(5, limit.Token);
        }
    }
}
