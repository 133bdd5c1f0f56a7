using System.ComponentModel.DataAnnotations;
using System.Net;

namespace SupervisorBot.GatewaySimulator;

/// <summary>Checks the options, each by itself and against each other.</summary>
internal static class SimulatorOptionsRules
{
    // A range of times converts its bounds when it is first asked, which is not safe for several simulators that start at once.
    private static readonly Lock Gate = new();

    public static void Validate(SimulatorOptions options)
    {
        lock (Gate)
        {
            Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        }

        Require(options.GuidInterval < options.GuidTimeout, "GuidInterval must be smaller than GuidTimeout.");
        Require(options.CallLengthMin <= options.CallLengthMax, "CallLengthMin must not exceed CallLengthMax.");
        Require(options.PauseMin <= options.PauseMax, "PauseMin must not exceed PauseMax.");
        Require(IPAddress.TryParse(options.ListenAddress, out _), "ListenAddress must be an IP address, such as 127.0.0.1 or 0.0.0.0.");
        Require(
            options.Inspectors.All(inspector => inspector.AgentId is >= OperationCall.LowestId and <= OperationCall.HighestId),
            "Each inspector's AgentId must be from 101 to 999999.");
    }

    private static void Require(bool holds, string rule)
    {
        if (!holds)
        {
            throw new ArgumentException(rule);
        }
    }
}
