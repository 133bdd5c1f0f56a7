using System.Globalization;
using System.Text.Json.Nodes;

namespace SupervisorBot.GatewaySimulator;

/// <summary><c>onlineagent/…</c>: signing in and out, and the agent's own state.</summary>
internal sealed class OnlineAgentOperations(ContactCentre centre)
{
    private readonly SignInRules rules = new(centre.Floor);

    public IEnumerable<Operation> All =>
    [
        new("login", "PUT", "onlineagent/{agentid}", call => SignIn(call, forced: false)) { NeedsSignIn = false },
        new("forceLogin", "PUT", "onlineagent/{agentid}/forcelogin", call => SignIn(call, forced: true)) { NeedsSignIn = false },
        new("logout", "DELETE", "onlineagent/{agentid}/logout", SignOut),
        new("forceLogout", "DELETE", "onlineagent/{agentid}/forcelogout", ForceSignOut),
        new("forceLogoutWithReason", "DELETE", "onlineagent/{agentid}/forcelogoutwithreason/{reason}", ForceSignOutWithReason),
        new("handShake", "POST", "onlineagent/{agentid}/handshake", Handshake),
        new("updateGuid", "PUT", "onlineagent/{agentid}/updateGuid", UpdateGuid),
        new("resetSkill", "POST", "onlineagent/{agentid}/resetskill/{autoflag}", ResetSkill),
        new("agentStatus", "GET", "onlineagent/{agentid}/agentstatus", Status),
        new("sayFree", "POST", "onlineagent/{agentid}/sayfree", call => Enter(call, AgentState.Idle, EventType.Ready)),
        new("sayBusy", "POST", "onlineagent/{agentid}/saybusy", call => Enter(call, AgentState.Busy, EventType.SetNotReady)),
        new("cancelBusy", "POST", "onlineagent/{agentid}/cancelbusy", call => Leave(call, AgentState.Busy, EventType.CancelNotReady)),
        new("work", "POST", "onlineagent/{agentid}/work", call => Enter(call, AgentState.WrapUp, EventType.SetWork)),
        new("cancelWork", "POST", "onlineagent/{agentid}/cancelwork", call => Leave(call, AgentState.WrapUp, EventType.CancelWork)),
        new("rest", "POST", "onlineagent/{agentid}/rest/{time}/{cause}", Rest),
        new("cancelRest", "POST", "onlineagent/{agentid}/cancelrest", call => Leave(call, AgentState.Rest, EventType.CancelRest)),
        new("autoAnswer", "POST", "onlineagent/{agentid}/autoanswer/{flag}", AutoAnswer),
        new("autoEnterIdle", "POST", "onlineagent/{agentid}/autoenteridle/{flag}", AutoEnterIdle),
    ];

    private static Answer ResetSkill(OperationCall call) =>
        call.Query("skillid") is { Length: > 100 } ? Answer.Refused(RetCode.BadParameter) : Answer.Done();

    private static Answer Status(OperationCall call) => Answer.Ok(new JsonObject
    {
        ["agentState"] = AgentStateCodes.Gateway(call.Caller!.State),
        ["isWorking"] = AgentStateCodes.IsWorking(call.Caller.State),
    });

    private static Answer AutoAnswer(OperationCall call)
    {
        call.Caller!.AutoAnswer = call.Route("flag") == "true";
        return Answer.Done();
    }

    private static Answer AutoEnterIdle(OperationCall call)
    {
        call.Caller!.AutoEnterIdle = call.Route("flag") == "true";
        return Answer.Done();
    }

    private Answer UpdateGuid(OperationCall call) =>
        Answer.Ok(new JsonObject { ["guid"] = call.Session!.Guids.Renew(centre.Floor.Now) });

    /// <summary>The sign of life in push mode, whose answer brings the new Guid under AUTHMODE 2 (cec_07_1204).</summary>
    private Answer Handshake(OperationCall call)
    {
        if (call.ServiceToken is { } token && !PushTarget.IsToken(token))
        {
            return Answer.Refused(RetCode.SignInParametersMissing);
        }

        var session = call.Session!;
        if (session.Push is not { } push)
        {
            return Answer.Refused(RetCode.WrongEventMode);
        }

        push.Target = push.Target with { ServiceToken = call.ServiceToken ?? push.Target.ServiceToken };
        centre.Desk.ExpectPoll(session);
        centre.Floor.Polls.Handshake(session.Agent.WorkNo);
        var current = session.Guids.Current(centre.Floor.Now);
        return Answer.Done() with { NewGuid = current == call.Guid ? null : current };
    }

    private Answer SignIn(OperationCall call, bool forced)
    {
        if (call.Guid is not null)
        {
            call.Violations.Add("Guid header on a sign-in");
        }

        var agent = centre.Floor.Agents.GetValueOrDefault(call.AgentId!.Value);
        var request = SignInRequest.Read(call.Body);
        if (rules.Refusal(agent, request, forced) is { } refusal)
        {
            return Answer.Refused(refusal);
        }

        if (agent!.IsSignedIn)
        {
            centre.Desk.SignOut(agent);
        }

        agent.Phone = request!.PhoneNumber;
        agent.AutoAnswer = request.AutoAnswer;
        agent.AutoEnterIdle = request.AutoEnterIdle;
        return Welcome(centre.Desk.SignIn(agent, request.Status, call.Node, request.Push, observes: request.ListenStatus));
    }

    private Answer Welcome(Session session)
    {
        var agent = session.Agent;
        var result = new JsonObject
        {
            ["vdnid"] = agent.Vcc,
            ["workno"] = agent.WorkNo.ToString(CultureInfo.InvariantCulture),
            ["mediatype"] = "TTT",
            ["loginTime"] = agent.LoginTime.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            ["isForceChange"] = agent.PasswordState.MustChange ? "true" : "false",
            ["serverName"] = session.NodeName,
            ["timeRemaining"] = agent.PasswordState.DaysRemaining?.ToString(CultureInfo.InvariantCulture) ?? "",
        };
        return Answer.Ok(result) with
        {
            NewGuid = session.Guids.Current(centre.Floor.Now),
            Cookie = centre.Floor.Options.LoadBalancerCookie ? $"{GatewayInterface.CookieName}={session.NodeName}" : null,
        };
    }

    private Answer SignOut(OperationCall call)
    {
        if (AgentStateCodes.IsWorking(call.Caller!.State))
        {
            return Answer.Refused(RetCode.StateErrorAtSignOut);
        }

        return ForceSignOut(call);
    }

    private Answer ForceSignOut(OperationCall call)
    {
        centre.Desk.SignOut(call.Caller!);
        return Answer.Done();
    }

    private Answer ForceSignOutWithReason(OperationCall call) =>
        IsWithin(call.Route("reason"), 1, 255) ? ForceSignOut(call) : Answer.Refused(RetCode.BadParameter);

    private Answer Rest(OperationCall call)
    {
        if (!IsWithin(call.Route("time"), 1, 86_399) || !IsWithin(call.Route("cause"), 0, 255))
        {
            return Answer.Refused(RetCode.BadParameter);
        }

        var answer = Enter(call, AgentState.Rest, EventType.SetRest);
        if (answer.RetCode == RetCode.Success)
        {
            Desk.RestFor(centre.Floor, call.Caller!, TimeSpan.FromSeconds(int.Parse(call.Route("time")!, CultureInfo.InvariantCulture)));
        }

        return answer;
    }

    private Answer Enter(OperationCall call, AgentState state, string eventType) =>
        centre.Desk.TryEnter(call.Caller!, state, eventType) ? Answer.Done() : Answer.Refused(RetCode.StateNotSet);

    private Answer Leave(OperationCall call, AgentState state, string eventType) =>
        call.Caller!.State == state ? Enter(call, AgentState.Idle, eventType) : Answer.Refused(RetCode.StateNotSet);

    internal static bool IsWithin(string? text, int min, int max) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max;
}
