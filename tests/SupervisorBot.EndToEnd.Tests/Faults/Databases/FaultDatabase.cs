namespace SupervisorBot.EndToEnd.Tests.Faults.Databases;

/// <summary>A database of a row's own that can be made to fail, gone after the row.</summary>
internal abstract class FaultDatabase : IAsyncDisposable
{
    /// <summary>The bot over this database.</summary>
    public abstract FaultSetting Setting { get; }

    /// <summary>From now on nothing can be stored.</summary>
    public abstract Task BreakAsync();

    /// <summary>It is as it was.</summary>
    public abstract Task MendAsync();

    public abstract ValueTask DisposeAsync();

    /// <summary>Breaks it for a while.</summary>
    public async Task BreakForAsync(TimeSpan length)
    {
        await BreakAsync();
        await Task.Delay(length);
        await MendAsync();
    }
}
