namespace SupervisorBot.Gateway.Tests.Wire;

/// <summary>A request as it came over the wire.</summary>
internal sealed record WireRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body, string Protocol)
{
    private const string Base = "/agentgateway/resource/";

    /// <summary>Method and target without the base path.</summary>
    public string Line => $"{Method} {Target[Base.Length..]}";

    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
