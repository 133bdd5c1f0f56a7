namespace SupervisorBot.EndToEnd.Tests.Faults;

/// <summary>
/// Whatever goes wrong on the way to an intercept: at most one reaches the gateway for one press, the inspector reads what is true, and nothing is
/// left behind that keeps the call from others.
/// </summary>
public sealed class FaultMatrixTests(FaultMatrix matrix) : IClassFixture<FaultMatrix>
{
    public static TheoryData<string> Names => [.. FaultMatrix.Rows.Select(static row => row.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_fault_ends_as_the_matrix_says(string name)
    {
        var row = FaultMatrix.Rows.Single(row => row.Name == name);

        Assert.SkipWhen(row.Needs is not null, row.Needs ?? "");

        var report = await matrix.ReportAsync(name);

        Assert.Equal(row.End.Title, report.Title);
        Assert.True(row.Allows(report.Got), $"The gateway received {report.Got}, not {row.Gets}.");
        Assert.Equal(row.End.After, report.After);
    }

    [Fact]
    public async Task The_page_about_faults_says_what_happens()
    {
        List<(FaultRow, FaultReport)> played = [];
        foreach (var row in FaultMatrix.Rows)
        {
            played.Add((row, await matrix.ReportAsync(row.Name)));
        }

        var page = FaultDocument.Render(played);

        if (Environment.GetEnvironmentVariable("SUPERVISORBOT_WRITE_FAULTS") == "true")
        {
            await File.WriteAllTextAsync(FaultDocument.Path, page, TestContext.Current.CancellationToken);
        }

        Assert.Equal(page, (await File.ReadAllTextAsync(FaultDocument.Path, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n"));
    }

    /// <summary>What the page promises of all rows.</summary>
    [Fact]
    public void No_row_sends_two_intercepts_or_denies_a_call_that_was_taken() => Assert.All(FaultMatrix.Rows, static row =>
    {
        Assert.InRange(row.Gets.Intercepts, 0, 1);
        Assert.False(row.End.Title.StartsWith('×') && row.End.After == Aftermath.InspectorTalks, row.Name);
    });
}
