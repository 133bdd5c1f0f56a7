using SupervisorBot.EndToEnd.Tests.Faults.Rows;

namespace SupervisorBot.EndToEnd.Tests.Faults;

/// <summary>
/// Runs every row once, many at a time: most of a row is waiting for a limit. SUPERVISORBOT_TEST_FAULTS, where it is set, picks the rows whose name
/// holds it.
/// </summary>
public sealed class FaultMatrix : IAsyncLifetime
{
    private const int AtOnce = 20;

    private readonly SemaphoreSlim _places = new(AtOnce);
    private readonly Dictionary<string, Task<FaultReport>> _runs = new(StringComparer.Ordinal);
    private FaultStage? _stage;

    internal static IReadOnlyList<FaultRow> Rows { get; } = Chosen(
    [
        .. ListenRows.All, .. CheckRows.All, .. InterceptRows.All, .. PollRows.All, .. ConnectionRows.All, .. ConnectorRows.All, .. DatabaseRows.All, .. ClockRows.All,
    ]);

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        _stage = await FaultStage.OpenAsync(Rows.Count, null);
        for (var number = 0; number < Rows.Count; number++)
        {
            _runs.Add(Rows[number].Name, RunAsync(Rows[number], number));
        }

        // All of them here: the steps of a row need a test's context, and this one ends with this method.
        await Task.WhenAll(_runs.Values.Select(static run => run.ContinueWith(static _ => { }, TaskScheduler.Default)));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_stage is not null)
        {
            await _stage.DisposeAsync();
        }

        _places.Dispose();
    }

    /// <summary>What happened in a row; fails as the row failed.</summary>
    internal Task<FaultReport> ReportAsync(string name) => _runs[name];

    private static IReadOnlyList<FaultRow> Chosen(IReadOnlyList<FaultRow> rows) =>
        Environment.GetEnvironmentVariable("SUPERVISORBOT_TEST_FAULTS") is { Length: > 0 } wanted
            ? [.. rows.Where(row => row.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase))]
            : rows;

    private async Task<FaultReport> RunAsync(FaultRow row, int number)
    {
        await _places.WaitAsync();
        try
        {
            return row.Needs is not null ? FaultReport.Expected(row)
                : row.Setting is { } setting ? await RunAloneAsync(row, await setting())
                : await RunAmongOthersAsync(_stage!.Seat(number, row));
        }
        finally
        {
            _places.Release();
        }
    }

    private static async Task<FaultReport> RunAmongOthersAsync(FaultScene scene)
    {
        try
        {
            return await scene.RunAsync();
        }
        finally
        {
            scene.Leave();
        }
    }

    private static async Task<FaultReport> RunAloneAsync(FaultRow row, FaultSetting setting)
    {
        await using var holds = setting.Holds;
        await using var stage = await FaultStage.OpenAsync(1, setting);
        return await stage.Seat(0, row).RunAsync();
    }
}
