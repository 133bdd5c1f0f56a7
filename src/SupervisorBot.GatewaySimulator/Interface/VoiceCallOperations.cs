using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SupervisorBot.GatewaySimulator;

/// <summary><c>voicecall/…</c>: what a talker does with their own calls.</summary>
internal sealed class VoiceCallOperations(ContactCentre centre)
{
    public IEnumerable<Operation> All =>
    [
        new("release", "DELETE", "voicecall/{agentid}/release", Release),
        new("release", "DELETE", "voicecall/{agentid}", Release),
        new("dropCall", "POST", "voicecall/{agentid}/dropcall/{callid}", Drop),
        new("hold", "POST", "voicecall/{agentid}/hold", Hold),
        new("getHold", "POST", "voicecall/{agentid}/gethold", TakeBack),
        new("connectHold", "POST", "voicecall/{agentid}/connecthold/{callid}", ConnectHold),
        new("beginMute", "POST", "voicecall/{agentid}/beginmute", call => Mute(call, true, RetCode.MuteNoCall, RetCode.MuteWrongState)),
        new("endMute", "POST", "voicecall/{agentid}/endmute", call => Mute(call, false, RetCode.UnmuteNoCall, RetCode.UnmuteWrongState)),
        new("transfer", "POST", "voicecall/{agentid}/transfer", Transfer),
        // A transfer is carried out at once here, so there is never one to cancel.
        new("cancelTransfer", "POST", "voicecall/{agentid}/canceltransfer", _ => Answer.Refused(RetCode.TransferNoCall)),
    ];

    private static Answer Mute(OperationCall call, bool mute, string noCall, string wrongState)
    {
        if (call.Caller!.ActiveCall is not { } active)
        {
            return Answer.Refused(noCall);
        }

        if (active.Muted == mute)
        {
            return Answer.Refused(wrongState);
        }

        active.Muted = mute;
        return Answer.Done();
    }

    private static int? Number(JsonObject body, string name) => body[name] switch
    {
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => value.TryGetValue(out int number) ? number : null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String =>
            int.TryParse(value.GetValue<string>(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null,
        _ => null,
    };

    /// <summary>The modes that each kind of destination allows (cec_07_1242).</summary>
    private static bool IsValidMode(int? deviceType, int? mode) => deviceType switch
    {
        1 or 2 or 4 => mode is 0 or 2,
        3 => mode is 0 or 1,
        5 => mode is >= 1 and <= 4,
        _ => false,
    };

    private Answer Release(OperationCall call)
    {
        if (call.Caller!.ActiveCall is not { } active)
        {
            return Answer.Refused(RetCode.HangUpNoCall);
        }

        centre.Control.TalkerHangsUp(active, PhoneState.PlatformHungUp);
        return Answer.Done();
    }

    private Answer Drop(OperationCall call)
    {
        if (call.Caller!.Calls.Find(own => own.Id == call.CallId) is not { } wanted)
        {
            return Answer.Refused(RetCode.DropNoCall);
        }

        centre.Control.TalkerHangsUp(wanted, PhoneState.PlatformHungUp);
        return Answer.Done();
    }

    private Answer Hold(OperationCall call)
    {
        if (call.Caller!.ActiveCall is not { } active)
        {
            return Answer.Refused(call.Caller.Calls.Count == 0 ? RetCode.HoldNoCall : RetCode.HoldWrongState);
        }

        centre.Control.Hold(active);
        return Answer.Done();
    }

    private Answer TakeBack(OperationCall call)
    {
        var held = call.Caller!.Calls.Find(own => own.OnHold && (string.IsNullOrEmpty(call.CallId) || own.Id == call.CallId));
        if (held is null)
        {
            return Answer.Refused(RetCode.UnholdNoHeldCall);
        }

        if (call.Caller.ActiveCall is not null)
        {
            return Answer.Refused(RetCode.UnholdWrongState);
        }

        centre.Control.TakeBack(held);
        return Answer.Done();
    }

    /// <summary>Connects the two customers with each other: the talker leaves both calls.</summary>
    private Answer ConnectHold(OperationCall call)
    {
        if (call.Caller!.ActiveCall is not { } active)
        {
            return Answer.Refused(RetCode.ConnectHoldNoCall);
        }

        if (call.Caller.Calls.Find(own => own.OnHold && own.Id == call.CallId) is not { } held)
        {
            return Answer.Refused(RetCode.ConnectHoldNoHeldCall);
        }

        centre.Control.TransferAway(held, null);
        centre.Control.TransferAway(active, null);
        return Answer.Done();
    }

    private Answer Transfer(OperationCall call)
    {
        var address = call.Body?["address"]?.ToString();
        if (call.Body is not { } body || address is not { Length: > 0 and <= 24 } || !IsValidMode(Number(body, "devicetype"), Number(body, "mode")))
        {
            return Answer.Refused(RetCode.BadParameter);
        }

        if (call.Caller!.ActiveCall is not { } active)
        {
            return Answer.Refused(RetCode.TransferNoCall);
        }

        var isBlind = Number(body, "mode") == 0;
        switch (Number(body, "devicetype"))
        {
            case 1:
                return TransferToQueue(active, address, isBlind);
            case 2:
                TransferToAgent(active, address, isBlind);
                return Answer.Done();
            default:
                centre.Control.TransferAway(active, null);
                return Answer.Done();
        }
    }

    /// <summary>An idle agent of the queue takes the call; else it waits there, or stays where it is until somebody could take it.</summary>
    private Answer TransferToQueue(Call active, string address, bool isBlind)
    {
        if (!int.TryParse(address, NumberStyles.None, CultureInfo.InvariantCulture, out var skillId) || AgentGroup.Ordinary.All(group => group.SkillId != skillId))
        {
            return Answer.Refused(RetCode.BadParameter);
        }

        var vcc = active.Talker.Vcc;
        var receiver = centre.Queues.FindIdle(vcc, skillId);
        if (receiver is not null || isBlind)
        {
            centre.Control.TransferAway(active, receiver);
        }

        if (receiver is null && isBlind)
        {
            centre.Queues.Add(vcc, skillId, active);
        }

        return Answer.Done();
    }

    /// <summary>A blind transfer to somebody who cannot take the call loses it; a successful one leaves it with its talker.</summary>
    private void TransferToAgent(Call active, string address, bool isBlind)
    {
        var receiver = Receiver(active.Talker, address);
        if (receiver is not null || isBlind)
        {
            centre.Control.TransferAway(active, receiver);
        }
    }

    private Agent? Receiver(Agent from, string address) =>
        int.TryParse(address, NumberStyles.None, CultureInfo.InvariantCulture, out var workNo)
        && centre.Floor.Agents.TryGetValue(workNo, out var agent)
        && agent.Vcc == from.Vcc
        && agent is { State: AgentState.Idle, PicksUp: true }
            ? agent
            : null;
}
