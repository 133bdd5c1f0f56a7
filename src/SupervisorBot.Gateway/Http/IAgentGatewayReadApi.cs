using Refit;

namespace SupervisorBot.Gateway.Http;

/// <summary>The agent interfaces of the CC-Gateway that only read. They may be repeated within their limit.</summary>
internal interface IAgentGatewayReadApi
{
    [Get("/onlineagent/{agentId}/agentstatus")]
    Task<HttpResponseMessage> AgentStatus(
        int agentId, [Property(GatewayCall.PropertyName)] GatewayCall call, CancellationToken cancellationToken);

    [Get("/agentgroup/{agentId}/iscensor")]
    Task<HttpResponseMessage> IsInspector(
        int agentId, [Property(GatewayCall.PropertyName)] GatewayCall call, CancellationToken cancellationToken);

    [Get("/agentgroup/{agentId}/allagentstatus")]
    Task<HttpResponseMessage> AllAgentStatus(
        int agentId, [Property(GatewayCall.PropertyName)] GatewayCall call, CancellationToken cancellationToken);

    [Get("/agentgroup/{agentId}/onlineagentonvdn")]
    Task<HttpResponseMessage> OnlineAgentOnVdn(
        int agentId, [Property(GatewayCall.PropertyName)] GatewayCall call, CancellationToken cancellationToken);

    [Get("/agentgroup/{agentId}/agentbyworkno/{workNo}")]
    Task<HttpResponseMessage> AgentByWorkNo(
        int agentId, int workNo, [Property(GatewayCall.PropertyName)] GatewayCall call, CancellationToken cancellationToken);

    [Get("/calldata/{agentId}/allcallinfoEx/{workNo}")]
    Task<HttpResponseMessage> CallIds(
        int agentId, int workNo, [Property(GatewayCall.PropertyName)] GatewayCall call, CancellationToken cancellationToken);

    [Get("/calldata/{agentId}/callinfobycallid/{callId}")]
    Task<HttpResponseMessage> CallInfo(
        int agentId, string callId, [Property(GatewayCall.PropertyName)] GatewayCall call, CancellationToken cancellationToken);

    [Get("/calldata/{agentId}/holdlistex/{workNo}")]
    Task<HttpResponseMessage> HeldCalls(
        int agentId, int workNo, [Property(GatewayCall.PropertyName)] GatewayCall call, CancellationToken cancellationToken);

    [Get("/calldata/{agentId}/allcallid")]
    Task<HttpResponseMessage> OwnCallIds(
        int agentId, [Property(GatewayCall.PropertyName)] GatewayCall call, CancellationToken cancellationToken);

    [Get("/calldata/{agentId}/holdlist")]
    Task<HttpResponseMessage> HoldList(
        int agentId, [Property(GatewayCall.PropertyName)] GatewayCall call, CancellationToken cancellationToken);
}
