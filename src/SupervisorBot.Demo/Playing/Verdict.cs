using System.Globalization;
using SupervisorBot.GatewaySimulator;

namespace SupervisorBot.Demo;

/// <summary>What the simulator's own record says about the interception.</summary>
internal static class Verdict
{
    private const string Intercept = "intercept";

    /// <summary>Tells why the record is not that of exactly one accepted intercept of the chosen call, or null where it is.</summary>
    public static string? Fault(IReadOnlyList<RequestRecord> requests, int workNo, string callId)
    {
        var sent = requests.Where(request => request.Operation == Intercept).ToList();
        if (sent.Count != 1)
        {
            return $"The gateway received {sent.Count} intercepts instead of exactly one.";
        }

        var one = sent[0];
        return one switch
        {
            { Method: not "PUT" } => $"The intercept came as {one.Method} instead of PUT.",
            _ when one.WorkNo != workNo.ToString(CultureInfo.InvariantCulture) => $"The intercept named agent {one.WorkNo} instead of {workNo}.",
            _ when one.CallId != callId => $"The intercept named call {one.CallId} instead of {callId}.",
            { RetCode: not "0" } => $"The gateway answered the intercept with result code {one.RetCode}.",
            _ => null,
        };
    }

    /// <summary>The intercepts of the record, a line for each.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<RequestRecord> requests) =>
        requests.Where(request => request.Operation == Intercept).Select(request => $"{request.Method} {request.Path} → result code {request.RetCode ?? "none"}");
}
