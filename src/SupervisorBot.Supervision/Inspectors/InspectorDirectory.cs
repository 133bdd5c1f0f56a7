using Microsoft.Extensions.Options;
using SupervisorBot.Supervision.Sessions;

namespace SupervisorBot.Supervision.Inspectors;

/// <summary>The inspectors of the configuration.</summary>
internal sealed class InspectorDirectory
{
    private readonly Dictionary<string, InspectorAccount> _byEntraObjectId;
    private readonly Dictionary<int, InspectorAccount> _byAgentId;

    public InspectorDirectory(IOptions<DirectoryOptions> options)
    {
        var accounts = options.Value.Inspectors
            .Select(i => new InspectorAccount(
                new Inspector(i.EntraObjectId, i.AgentId, i.DisplayName, i.PhoneNumber), string.IsNullOrEmpty(i.Password) ? null : i.Password))
            .ToList();
        _byEntraObjectId = accounts.ToDictionary(a => a.Inspector.EntraObjectId, StringComparer.OrdinalIgnoreCase);
        _byAgentId = accounts.ToDictionary(a => a.Inspector.AgentId);
        TeamWorkNumbers = options.Value.AgentTeams
            .SelectMany(team => WorkNumbers.TryParse(team.WorkNumbers, out var numbers) ? numbers : [])
            .Distinct().Order().ToList();
    }

    /// <summary>The work numbers of all configured teams.</summary>
    public IReadOnlyCollection<int> TeamWorkNumbers { get; }

    public Inspector? Find(string? entraObjectId) =>
        entraObjectId is not null && _byEntraObjectId.TryGetValue(entraObjectId, out var account) ? account.Inspector : null;

    public bool IsInspector(int agentId) => _byAgentId.ContainsKey(agentId);

    public InspectorAccount AccountOf(int agentId) =>
        _byAgentId.TryGetValue(agentId, out var account) ? account : throw new InvalidOperationException($"Agent id {agentId} is no configured inspector.");
}
