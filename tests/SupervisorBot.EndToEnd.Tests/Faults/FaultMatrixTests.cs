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

        var report = await matrix.ReportAsync(name);

        Assert.Equal(row.End.Title, report.Title);
        Assert.Equal(row.Gets, report.Got);
        Assert.Equal(row.End.After, report.After);
    }
}
