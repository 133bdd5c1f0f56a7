using System.Text.Json;
using SupervisorBot.Gateway.Push;
using SupervisorBot.Gateway.Sessions;
using SupervisorBot.Gateway.Tests.Wire;

namespace SupervisorBot.Gateway.Tests.Push;

public sealed class PushRequestTests
{
    private static readonly PushTarget Target = new(new Uri("https://bot.example.com/gateway/events/200/abc"), "Token1");

    [Fact]
    public async Task A_sign_in_names_the_callback_and_the_token_only_when_events_are_to_be_pushed()
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Ok.With("Set-GUID", "JSESSIONID=a"));
        await using var client = new GatewayClient(gateway.BaseAddress);
        var session = client.Open();
        var signIn = new SignInRequest("secret-password", "40038");

        await session.SignInAsync(signIn);
        await session.ForceSignInAsync(signIn with { PushTarget = Target });

        Assert.DoesNotContain("callBackUri", gateway.Requests[0].Body, StringComparison.Ordinal);
        Assert.DoesNotContain("serviceToken", gateway.Requests[0].Body, StringComparison.Ordinal);
        var body = JsonDocument.Parse(gateway.Requests[1].Body).RootElement;
        Assert.Equal("https://bot.example.com/gateway/events/200/abc", body.GetProperty("callBackUri").GetString());
        Assert.Equal("Token1", body.GetProperty("serviceToken").GetString());
    }

    [Fact]
    public async Task A_push_target_that_the_gateway_would_refuse_is_not_sent()
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Ok);
        await using var client = new GatewayClient(gateway.BaseAddress);
        PushTarget[] wrong =
        [
            Target with { CallbackUri = new Uri("http://bot.example.com/") },
            Target with { CallbackUri = new Uri("https://bot.example.com/" + new string('a', 200)) },
            Target with { ServiceToken = "" },
            Target with { ServiceToken = "with-dash" },
            Target with { ServiceToken = new string('a', 51) },
        ];

        foreach (var target in wrong)
        {
            await Assert.ThrowsAsync<ArgumentException>(() => client.Open().SignInAsync(new SignInRequest("p", "40038") { PushTarget = target }));
        }

        await Assert.ThrowsAsync<ArgumentException>(() => client.OpenSignedIn().HandshakeAsync("with space"));
        Assert.Empty(gateway.Requests);
    }

    [Fact]
    public async Task A_handshake_carries_the_token_and_brings_the_next_Guid()
    {
        await using var gateway = await ScriptedGateway.StartAsync(_ => Answer.Ok.With("Set-GUID", "JSESSIONID=second.AgentGateway0"));
        await using var client = new GatewayClient(gateway.BaseAddress);
        var session = client.OpenSignedIn();

        Assert.True((await session.HandshakeAsync("Token1")).IsSuccess);
        Assert.True((await session.HandshakeAsync()).IsSuccess);

        Assert.Equal(["POST onlineagent/200/handshake", "POST onlineagent/200/handshake"], gateway.Lines());
        Assert.Equal(["first.AgentGateway0", "second.AgentGateway0"], gateway.Requests.Select(request => request.Header("Guid")));
        Assert.Equal(["Token1", null], gateway.Requests.Select(request => request.Header("service_token")));
    }
}
