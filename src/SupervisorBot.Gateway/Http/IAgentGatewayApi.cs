using Refit;

namespace SupervisorBot.Gateway.Http;

/// <summary>
/// The agent interfaces of the CC-Gateway that change something, and the event poll. Every one of them is sent at most once.
/// Answers are handed out raw: the envelope is read leniently elsewhere.
/// </summary>
internal interface IAgentGatewayApi
{
    [Put("/onlineagent/{agentId}")]
    Task<HttpResponseMessage> SignIn(
        int agentId, [Body] HttpContent body, [Property(GatewayCall.PropertyName)] GatewayCall call, CancellationToken cancellationToken);

    [Put("/onlineagent/{agentId}/forcelogin")]
    Task<HttpResponseMessage> ForceSignIn(
        int agentId, [Body] HttpContent body, [Property(GatewayCall.PropertyName)] GatewayCall call, CancellationToken cancellationToken);

    [Post("/onlineagent/{agentId}/resetskill/{autoFlag}")]
    Task<HttpResponseMessage> ResetSkills(
        int agentId, string autoFlag, [AliasAs("skillid")] string? skillIds, [AliasAs("phonelinkage")] int phoneLinkage,
        [Property(GatewayCall.PropertyName)] GatewayCall call, CancellationToken cancellationToken);

    [Delete("/onlineagent/{agentId}/logout")]
    Task<HttpResponseMessage> SignOut(
        int agentId, [Property(GatewayCall.PropertyName)] GatewayCall call, CancellationToken cancellationToken);

    [Delete("/onlineagent/{agentId}/forcelogout")]
    Task<HttpResponseMessage> ForceSignOut(
        int agentId, [Property(GatewayCall.PropertyName)] GatewayCall call, CancellationToken cancellationToken);

    [Put("/onlineagent/{agentId}/updateGuid")]
    Task<HttpResponseMessage> UpdateGuid(
        int agentId, [Property(GatewayCall.PropertyName)] GatewayCall call, CancellationToken cancellationToken);

    [Get("/agentevent/{agentId}")]
    Task<HttpResponseMessage> Poll(int agentId, [Property(GatewayCall.PropertyName)] GatewayCall call, CancellationToken cancellationToken);

    [Post("/onlineagent/{agentId}/handshake")]
    Task<HttpResponseMessage> Handshake(
        int agentId, [Header("service_token")] string? serviceToken,
        [Property(GatewayCall.PropertyName)] GatewayCall call, CancellationToken cancellationToken);

    [Put("/qualitycontrol/{agentId}/addsupervise/{workNo}")]
    Task<HttpResponseMessage> Listen(
        int agentId, int workNo, [Property(GatewayCall.PropertyName)] GatewayCall call, CancellationToken cancellationToken);

    [Put("/qualitycontrol/{agentId}/addinsert/{workNo}")]
    Task<HttpResponseMessage> Insert(
        int agentId, int workNo, [Property(GatewayCall.PropertyName)] GatewayCall call, CancellationToken cancellationToken);

    [Post("/qualitycontrol/{agentId}/requestwhisperagent")]
    Task<HttpResponseMessage> Whisper(
        int agentId, [AliasAs("whisperagentid")] int workNo,
        [Property(GatewayCall.PropertyName)] GatewayCall call, CancellationToken cancellationToken);

    [Post("/qualitycontrol/{agentId}/requeststopwhisperagent")]
    Task<HttpResponseMessage> StopWhisper(
        int agentId, [AliasAs("whisperagentid")] int workNo,
        [Property(GatewayCall.PropertyName)] GatewayCall call, CancellationToken cancellationToken);

    [Post("/qualitycontrol/{agentId}/requestswitchinsertwhisperagent")]
    Task<HttpResponseMessage> SwitchMode(
        int agentId, [AliasAs("whisperagentid")] int workNo, [AliasAs("switchtype")] int switchType,
        [Property(GatewayCall.PropertyName)] GatewayCall call, CancellationToken cancellationToken);

    [Post("/qualitycontrol/{agentId}/switch/{workNo}")]
    Task<HttpResponseMessage> SwitchListenInsert(
        int agentId, int workNo, [Property(GatewayCall.PropertyName)] GatewayCall call, CancellationToken cancellationToken);

    [Put("/qualitycontrol/{agentId}/intercept/{workNo}")]
    Task<HttpResponseMessage> Intercept(
        int agentId, int workNo, [Property(GatewayCall.PropertyName)] GatewayCall call, CancellationToken cancellationToken);

    [Put("/qualitycontrol/{agentId}/intercept/{workNo}/{callId}")]
    Task<HttpResponseMessage> Intercept(
        int agentId, int workNo, string callId, [Property(GatewayCall.PropertyName)] GatewayCall call, CancellationToken cancellationToken);

    [Delete("/qualitycontrol/{agentId}/{workNo}")]
    Task<HttpResponseMessage> StopMonitoring(
        int agentId, int workNo, [Property(GatewayCall.PropertyName)] GatewayCall call, CancellationToken cancellationToken);

    [Delete("/voicecall/{agentId}/release")]
    Task<HttpResponseMessage> Release(
        int agentId, [Property(GatewayCall.PropertyName)] GatewayCall call, CancellationToken cancellationToken);

    [Post("/voicecall/{agentId}/dropcall/{callId}")]
    Task<HttpResponseMessage> DropCall(
        int agentId, string callId, [Property(GatewayCall.PropertyName)] GatewayCall call, CancellationToken cancellationToken);

    [Post("/voicecall/{agentId}/hold")]
    Task<HttpResponseMessage> Hold(int agentId, [Property(GatewayCall.PropertyName)] GatewayCall call, CancellationToken cancellationToken);

    [Post("/voicecall/{agentId}/gethold")]
    Task<HttpResponseMessage> GetHold(
        int agentId, [AliasAs("callid")] string callId,
        [Property(GatewayCall.PropertyName)] GatewayCall call, CancellationToken cancellationToken);

    [Post("/voicecall/{agentId}/transfer")]
    Task<HttpResponseMessage> Transfer(
        int agentId, [Body] HttpContent body, [Property(GatewayCall.PropertyName)] GatewayCall call, CancellationToken cancellationToken);

    [Post("/voicecall/{agentId}/beginmute")]
    Task<HttpResponseMessage> BeginMute(int agentId, [Property(GatewayCall.PropertyName)] GatewayCall call, CancellationToken cancellationToken);

    [Post("/voicecall/{agentId}/endmute")]
    Task<HttpResponseMessage> EndMute(int agentId, [Property(GatewayCall.PropertyName)] GatewayCall call, CancellationToken cancellationToken);

    [Post("/qualitycontrol/{agentId}/forcebusy/{workNo}")]
    Task<HttpResponseMessage> ForceBusy(
        int agentId, int workNo, [Property(GatewayCall.PropertyName)] GatewayCall call, CancellationToken cancellationToken);

    [Post("/qualitycontrol/{agentId}/forceidle/{workNo}")]
    Task<HttpResponseMessage> ForceIdle(
        int agentId, int workNo, [Property(GatewayCall.PropertyName)] GatewayCall call, CancellationToken cancellationToken);

    [Post("/qualitycontrol/{agentId}/forcerest/{workNo}/{seconds}/{cause}")]
    Task<HttpResponseMessage> ForceRest(
        int agentId, int workNo, int seconds, int cause, [Property(GatewayCall.PropertyName)] GatewayCall call, CancellationToken cancellationToken);

    [Post("/qualitycontrol/{agentId}/forcelogout/{workNo}")]
    Task<HttpResponseMessage> ForceAgentSignOut(
        int agentId, int workNo, [Property(GatewayCall.PropertyName)] GatewayCall call, CancellationToken cancellationToken);

    [Post("/qualitycontrol/{agentId}/forcedropcall/{callId}")]
    Task<HttpResponseMessage> ForceDropCall(
        int agentId, string callId, [Property(GatewayCall.PropertyName)] GatewayCall call, CancellationToken cancellationToken);
}
