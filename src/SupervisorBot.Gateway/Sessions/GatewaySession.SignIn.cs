using SupervisorBot.Gateway.Http;
using SupervisorBot.Gateway.Results;

namespace SupervisorBot.Gateway.Sessions;

/// <content>Signing in and out, which never overlap in one session.</content>
public sealed partial class GatewaySession
{
    private const string AllSkills = "all";
    private readonly SemaphoreSlim signing = new(1, 1);

    /// <summary>
    /// Signs in (log name login). Refused with <see cref="ResultCodes.AlreadySignedIn"/> when the agent is signed in elsewhere.
    /// </summary>
    /// <param name="request">Password, phone and manner.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What the gateway told.</returns>
    /// <exception cref="ArgumentException">A member is too long or the phone number is empty.</exception>
    public Task<GatewayResult<SignInResult>> SignInAsync(SignInRequest request, CancellationToken cancellationToken = default) =>
        EnterAsync("login", request, forced: false, cancellationToken);

    /// <summary>Signs in and throws out whoever is signed in with this work number (log name forceLogin).</summary>
    /// <param name="request">Password, phone and manner.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What the gateway told.</returns>
    /// <exception cref="ArgumentException">A member is too long or the phone number is empty.</exception>
    public Task<GatewayResult<SignInResult>> ForceSignInAsync(SignInRequest request, CancellationToken cancellationToken = default) =>
        EnterAsync("forceLogin", request, forced: true, cancellationToken);

    /// <summary>
    /// Signs in to the configured skills (<see cref="GatewayOptions.ResetSkills"/>); with none configured nothing is sent.
    /// </summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether the gateway agreed.</returns>
    public Task<GatewayResult<GatewayVoid>> ResetSkillsAsync(CancellationToken cancellationToken = default)
    {
        if (options.ResetSkills.Count == 0)
        {
            return Task.FromResult(GatewayResult.Done);
        }

        var all = options.ResetSkills is [var only] && only.Equals(AllSkills, StringComparison.OrdinalIgnoreCase);
        var skills = all ? null : string.Join(';', options.ResetSkills);
        return ActAsync(
            "resetSkill",
            (api, call, token) => api.ResetSkills(AgentId, all ? "true" : "false", skills, phoneLinkage: 0, call, token),
            cancellationToken);
    }

    /// <summary>Signs out (log name logout). The gateway does not sign an agent out who talks or answers.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether the gateway agreed; after a success the session has no Guid.</returns>
    public Task<GatewayResult<GatewayVoid>> SignOutAsync(CancellationToken cancellationToken = default) =>
        LeaveAsync("logout", static (api, agentId, call, token) => api.SignOut(agentId, call, token), cancellationToken);

    /// <summary>Signs out even in a call, which is released (log name forceLogout).</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Whether the gateway agreed; after a success the session has no Guid.</returns>
    public Task<GatewayResult<GatewayVoid>> ForceSignOutAsync(CancellationToken cancellationToken = default) =>
        LeaveAsync("forceLogout", static (api, agentId, call, token) => api.ForceSignOut(agentId, call, token), cancellationToken);

    private async Task<GatewayResult<SignInResult>> EnterAsync(
        string operation, SignInRequest request, bool forced, CancellationToken cancellationToken)
    {
        var body = SignInBody.From(request);
        await signing.WaitAsync(cancellationToken);
        try
        {
            return await transport.ExecuteAsync(
                new GatewayCall(operation, CallKind.SignIn),
                options.RequestTimeout,
                (call, token) => forced
                    ? transport.Acts.ForceSignIn(AgentId, body.ToContent(call), call, token)
                    : transport.Acts.SignIn(AgentId, body.ToContent(call), call, token),
                (call, envelope) => identity.CompleteSignIn(SignInReader.Read(envelope.Result), envelope.Result, call),
                cancellationToken);
        }
        finally
        {
            signing.Release();
        }
    }

    private async Task<GatewayResult<GatewayVoid>> LeaveAsync(
        string operation,
        Func<IAgentGatewayApi, int, GatewayCall, CancellationToken, Task<HttpResponseMessage>> send,
        CancellationToken cancellationToken)
    {
        await signing.WaitAsync(cancellationToken);
        try
        {
            var result = await ActAsync(operation, (api, call, token) => send(api, AgentId, call, token), cancellationToken);
            if (result.IsSuccess)
            {
                identity.Clear();
            }

            return result;
        }
        finally
        {
            signing.Release();
        }
    }
}
