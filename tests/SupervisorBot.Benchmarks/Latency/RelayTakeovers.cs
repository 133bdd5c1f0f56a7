using System.Text.Json.Nodes;
using SupervisorBot.Benchmarks.Chat;
using SupervisorBot.Benchmarks.Servers;
using SupervisorBot.GatewaySimulator;

namespace SupervisorBot.Benchmarks.Latency;

/// <summary>What the two hops take by themselves: the bare endpoint takes the same press and sends one PUT to the same gateway, which refuses it.</summary>
internal sealed class RelayTakeovers(ServerProcess server, GatewaySimulatorHost gateway, IReadOnlyList<ChatPerson> people) : ITakeoverServer, IDisposable
{
    private readonly Random _random = new(1);
    private readonly ChatSender _sender = server.Sender("/api/relay");
    private int _rounds;

    public string Title => "bare relay";

    public async Task<IReadOnlyList<TakeoverSample>> RunAsync(PressPattern pattern, CancellationToken cancellationToken)
    {
        gateway.RequestLog.Clear();
        _rounds++;
        var moments = PressMoment.Of(pattern, people.Count, _random);
        var sent = await Task.WhenAll(people.Zip(moments, (person, moment) => Task.Run(() => PressAsync(person, moment, cancellationToken), cancellationToken)));
        var received = gateway.RequestLog.Snapshot("intercept").ToDictionary(request => request.CallId!, request => request.ReceivedTimestamp);
        return [.. sent.Select(press => new TakeoverSample(PressMoment.Milliseconds(press.Sent, received[press.CallId])))];
    }

    public void Dispose() => _sender.Dispose();

    private async Task<(string CallId, long Sent)> PressAsync(ChatPerson person, TimeSpan moment, CancellationToken cancellationToken)
    {
        var callId = $"{_rounds}-{person.AgentId}";
        var data = new JsonObject { ["path"] = $"qualitycontrol/{person.AgentId}/intercept/2001/{callId}" };
        var press = ActivityTemplate.Press(person, "http://127.0.0.1", "m1", "intercept.confirm", data).Next();
        return (callId, (await PressMoment.SendAsync(_sender, press, moment, cancellationToken)).Sent);
    }
}
