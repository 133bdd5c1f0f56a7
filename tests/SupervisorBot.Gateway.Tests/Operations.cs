using SupervisorBot.Gateway.Calls;
using SupervisorBot.Gateway.Monitoring;
using SupervisorBot.Gateway.Results;
using SupervisorBot.Gateway.Sessions;

namespace SupervisorBot.Gateway.Tests;

/// <summary>Every operation that changes something, with the request that it makes.</summary>
internal static class Operations
{
    private static readonly SignInRequest SignIn = new("secret-password", "40038");

    public static IReadOnlyDictionary<string, (Func<GatewaySession, Task<GatewayFailure?>> Run, string Line)> Acts { get; } =
        new Dictionary<string, (Func<GatewaySession, Task<GatewayFailure?>>, string)>
        {
            ["sign in"] = (async session => (await session.SignInAsync(SignIn)).Failure, "PUT onlineagent/200"),
            ["forced sign in"] = (async session => (await session.ForceSignInAsync(SignIn)).Failure, "PUT onlineagent/200/forcelogin"),
            ["reset skills"] = (async session => (await session.ResetSkillsAsync()).Failure, "POST onlineagent/200/resetskill/true?phonelinkage=0"),
            ["sign out"] = (async session => (await session.SignOutAsync()).Failure, "DELETE onlineagent/200/logout"),
            ["forced sign out"] = (async session => (await session.ForceSignOutAsync()).Failure, "DELETE onlineagent/200/forcelogout"),
            ["update Guid"] = (async session => (await session.UpdateGuidAsync()).Failure, "PUT onlineagent/200/updateGuid"),
            ["poll"] = (async session => (await session.PollAsync()).Failure, "GET agentevent/200"),
            ["handshake"] = (async session => (await session.HandshakeAsync()).Failure, "POST onlineagent/200/handshake"),
            ["listen"] = (async session => (await session.ListenAsync(301)).Failure, "PUT qualitycontrol/200/addsupervise/301"),
            ["insert"] = (async session => (await session.InsertAsync(301)).Failure, "PUT qualitycontrol/200/addinsert/301"),
            ["whisper"] = (async session => (await session.WhisperAsync(301)).Failure, "POST qualitycontrol/200/requestwhisperagent?whisperagentid=301"),
            ["stop whisper"] = (async session => (await session.StopWhisperAsync(301)).Failure, "POST qualitycontrol/200/requeststopwhisperagent?whisperagentid=301"),
            ["switch mode"] = (
                async session => (await session.SwitchModeAsync(301, MonitoringMode.Whisper)).Failure,
                "POST qualitycontrol/200/requestswitchinsertwhisperagent?whisperagentid=301&switchtype=2"),
            ["switch listen and insert"] = (async session => (await session.SwitchListenInsertAsync(301)).Failure, "POST qualitycontrol/200/switch/301"),
            ["intercept"] = (async session => (await session.InterceptAsync(301)).Failure, "PUT qualitycontrol/200/intercept/301"),
            ["intercept a call"] = (
                async session => (await session.InterceptAsync(301, "1477393325-164")).Failure, "PUT qualitycontrol/200/intercept/301/1477393325-164"),
            ["stop monitoring"] = (async session => (await session.StopMonitoringAsync(301)).Failure, "DELETE qualitycontrol/200/301"),
            ["release"] = (async session => (await session.ReleaseAsync()).Failure, "DELETE voicecall/200/release"),
            ["drop call"] = (async session => (await session.DropCallAsync("1477393325-164")).Failure, "POST voicecall/200/dropcall/1477393325-164"),
            ["hold"] = (async session => (await session.HoldAsync()).Failure, "POST voicecall/200/hold"),
            ["get hold"] = (async session => (await session.GetHoldAsync("1477393325-164")).Failure, "POST voicecall/200/gethold?callid=1477393325-164"),
            ["transfer"] = (
                async session => (await session.TransferAsync(new TransferRequest(TransferDestination.Agent, "302", TransferMode.Successful))).Failure,
                "POST voicecall/200/transfer"),
            ["begin mute"] = (async session => (await session.BeginMuteAsync()).Failure, "POST voicecall/200/beginmute"),
            ["end mute"] = (async session => (await session.EndMuteAsync()).Failure, "POST voicecall/200/endmute"),
            ["force busy"] = (async session => (await session.ForceBusyAsync(301)).Failure, "POST qualitycontrol/200/forcebusy/301"),
            ["force idle"] = (async session => (await session.ForceIdleAsync(301)).Failure, "POST qualitycontrol/200/forceidle/301"),
            ["force rest"] = (async session => (await session.ForceRestAsync(301, TimeSpan.FromMinutes(15), 3)).Failure, "POST qualitycontrol/200/forcerest/301/900/3"),
            ["force an agent's sign-out"] = (async session => (await session.ForceAgentSignOutAsync(301)).Failure, "POST qualitycontrol/200/forcelogout/301"),
            ["force a call's drop"] = (
                async session => (await session.ForceDropCallAsync("1477393325-164")).Failure, "POST qualitycontrol/200/forcedropcall/1477393325-164"),
        };

    public static IReadOnlyDictionary<string, (Func<GatewaySession, Task<GatewayFailure?>> Run, string Line)> Reads { get; } =
        new Dictionary<string, (Func<GatewaySession, Task<GatewayFailure?>>, string)>
        {
            ["agent status"] = (async session => (await session.GetAgentStatusAsync()).Failure, "GET onlineagent/200/agentstatus"),
            ["is inspector"] = (async session => (await session.IsInspectorAsync()).Failure, "GET agentgroup/200/iscensor"),
            ["call ids"] = (async session => (await session.GetCallIdsAsync(301)).Failure, "GET calldata/200/allcallinfoEx/301"),
            ["call info"] = (async session => (await session.GetCallInfoAsync("1477393325-164")).Failure, "GET calldata/200/callinfobycallid/1477393325-164"),
            ["agent"] = (async session => (await session.GetAgentAsync(301)).Failure, "GET agentgroup/200/agentbyworkno/301"),
            ["held call ids"] = (async session => (await session.GetHeldCallIdsAsync()).Failure, "GET calldata/200/holdlist"),
            ["own call ids"] = (async session => (await session.GetOwnCallIdsAsync()).Failure, "GET calldata/200/allcallid"),
        };

    public static TheoryData<string> ActNames => [.. Acts.Keys];

    public static TheoryData<string> AllNames => [.. Acts.Keys.Concat(Reads.Keys)];

    public static (Func<GatewaySession, Task<GatewayFailure?>> Run, string Line) Named(string name) =>
        Acts.TryGetValue(name, out var act) ? act : Reads[name];
}
