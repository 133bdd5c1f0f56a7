using System.Globalization;
using System.Text;

namespace SupervisorBot.GatewaySimulator.Tests;

/// <summary>Somebody signed in, with the Guid of the sign-in. A <c>{0}</c> in a path stands for their agent id.</summary>
internal sealed class Person(Gateway gateway, int agentId, string guid)
{
    public int AgentId { get; } = agentId;

    public string Guid { get; set; } = guid;

    public Task<GatewayAnswer> PutAsync(string path) => SendAsync("PUT", path);

    public Task<GatewayAnswer> PostAsync(string path, string body = "") => SendAsync("POST", path, body);

    public Task<GatewayAnswer> GetAsync(string path) => SendAsync("GET", path);

    public Task<GatewayAnswer> DeleteAsync(string path) => SendAsync("DELETE", path);

    /// <summary>An intercept of agent 2001's call whose client may give up.</summary>
    public async Task InterceptAsync(string callId, CancellationToken givesUp)
    {
        using var client = gateway.ClientOf(gateway.Host.Nodes[0]);
        client.DefaultRequestHeaders.Add("Guid", Guid);
        using var response = await client.PutAsync(new Uri($"qualitycontrol/{AgentId}/intercept/2001/{callId}", UriKind.Relative), null, givesUp);
    }

    public Task<GatewayAnswer> PollAsync() => GetAsync("agentevent/{0}");

    /// <summary>Polls until no event is left.</summary>
    public async Task<List<string>> EventsAsync() => [.. (await AnswersAsync()).Select(answer => answer.EventType!)];

    public async Task<List<GatewayAnswer>> AnswersAsync()
    {
        List<GatewayAnswer> answers = [];
        while (await PollAsync() is { EventType: not null } answer)
        {
            answers.Add(answer);
        }

        return answers;
    }

    private Task<GatewayAnswer> SendAsync(string method, string path, string body = "") =>
        gateway.SendAsync(method, string.Format(CultureInfo.InvariantCulture, CompositeFormat.Parse(path), AgentId), Guid, body);
}
