using System.Net;
using System.Net.Sockets;

namespace SupervisorBot.GatewaySimulator;

/// <summary>Whether somebody may sign in, and the result code if not.</summary>
internal sealed class SignInRules(Floor floor)
{
    public string? Refusal(Agent? agent, SignInRequest? request, bool forced)
    {
        if (request is null || request.Password.Length > 32 || request.PhoneNumber.Length is 0 or > 24)
        {
            return RetCode.SignInParametersMissing;
        }

        return Form(request) ?? Password(agent, request) ?? (agent!.IsSignedIn && !forced ? RetCode.AlreadySignedIn : null);
    }

    private static string? Form(SignInRequest request)
    {
        if (!request.PhoneNumber.All(char.IsAsciiDigit) || request.PhoneNumber.Length < 3)
        {
            return RetCode.PhoneOutOfRange;
        }

        if (request.AgentType is not (4 or 11))
        {
            return RetCode.WrongAgentType;
        }

        if (!IPAddress.TryParse(request.Ip, out var ip) || ip.AddressFamily != AddressFamily.InterNetwork)
        {
            return RetCode.InvalidIp;
        }

        return request.Status is not (3 or 4 or 5) || request.Push is { IsValid: false } ? RetCode.SignInParameterInvalid : null;
    }

    private string? Password(Agent? agent, SignInRequest request)
    {
        if (agent is null)
        {
            return RetCode.WrongPassword;
        }

        if (agent.LockedUntil > floor.Now)
        {
            return RetCode.AccountLocked;
        }

        if (string.Equals(agent.Password, request.Password, StringComparison.Ordinal))
        {
            agent.FailedSignIns = 0;
            agent.LockedUntil = null;
            return agent.PasswordState.IsExpired ? RetCode.PasswordExpired : null;
        }

        if (++agent.FailedSignIns < floor.Options.LockAfterFailures)
        {
            return RetCode.WrongPassword;
        }

        agent.FailedSignIns = 0;
        agent.LockedUntil = floor.Now + floor.Options.LockDuration;
        return RetCode.AccountLocked;
    }
}
