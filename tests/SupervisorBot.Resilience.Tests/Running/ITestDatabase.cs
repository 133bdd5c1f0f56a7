namespace SupervisorBot.Resilience.Tests.Running;

/// <summary>A database of a test's own, gone when it is disposed of.</summary>
internal interface ITestDatabase : IAsyncDisposable
{
    /// <summary><c>Database:Provider</c>.</summary>
    string Provider { get; }

    /// <summary><c>ConnectionStrings:Supervisor</c>.</summary>
    string ConnectionString { get; }
}
