namespace SupervisorBot.GatewaySimulator;

/// <summary>One intercept that the simulated gateway received (cec_07_0437, cec_07_2403).</summary>
/// <param name="Sequence">Its <see cref="RequestRecord.Sequence"/>.</param>
/// <param name="ReceivedAt">When it arrived, by the simulator's clock.</param>
/// <param name="ReceivedTimestamp">When it arrived, by <see cref="System.Diagnostics.Stopwatch.GetTimestamp"/> of the simulator's process.</param>
/// <param name="Node">The gateway's node that received it.</param>
/// <param name="AgentId">The inspector, as the path has it.</param>
/// <param name="WorkNo">The inspected agent, as the path has it.</param>
/// <param name="CallId">The call, percent-decoded; <see langword="null"/> where the path names none.</param>
/// <param name="Outcome">As <see cref="RequestRecord.Outcome"/>.</param>
/// <param name="ActedRetCode">As <see cref="RequestRecord.ActedRetCode"/>: "0" means that the call was taken over.</param>
/// <param name="RetCode">As <see cref="RequestRecord.RetCode"/>.</param>
/// <param name="Status">The HTTP status answered.</param>
/// <param name="Faults">The faults that struck it.</param>
public sealed record InterceptRecord(
    long Sequence,
    DateTimeOffset ReceivedAt,
    long ReceivedTimestamp,
    string Node,
    string? AgentId,
    string? WorkNo,
    string? CallId,
    string Outcome,
    string? ActedRetCode,
    string? RetCode,
    int? Status,
    IReadOnlyList<string> Faults);
