namespace SupervisorBot.Resilience.Tests.Running;

/// <summary>The servers that <c>tests/servers</c> starts; a test that needs one which is not there is skipped.</summary>
internal static class TestServers
{
    private const string Hint = "It is started by: bash tests/servers start; eval \"$(bash tests/servers env)\"";

    /// <summary>A connection string with the right to create databases.</summary>
    public static string Postgres => Needed("SUPERVISORBOT_TEST_POSTGRES", "PostgreSQL server");

    /// <summary>A Redis server's address.</summary>
    public static string Redis => Needed("SUPERVISORBOT_TEST_REDIS", "Redis server");

    private static string Needed(string variable, string what)
    {
        var value = Environment.GetEnvironmentVariable(variable);
        Assert.SkipWhen(string.IsNullOrEmpty(value), $"{variable} names no {what}. {Hint}");
        return value!;
    }
}
