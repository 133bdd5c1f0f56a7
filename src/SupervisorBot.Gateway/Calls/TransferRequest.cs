namespace SupervisorBot.Gateway.Calls;

/// <summary>
/// A transfer of the current call (CEC API reference cec_07_1242). A skill queue, an agent and an access code take
/// <see cref="TransferMode.Blind"/> and <see cref="TransferMode.Successful"/>; an IVR <see cref="TransferMode.Blind"/> and
/// <see cref="TransferMode.Suspended"/>; an outside number all but <see cref="TransferMode.Suspended"/>.
/// </summary>
/// <param name="Destination">The kind of destination.</param>
/// <param name="Address">The destination, 1 to 24 digits; for an outside number also A to E, a to e, * and #.</param>
/// <param name="Mode">How to transfer.</param>
public sealed record TransferRequest(TransferDestination Destination, string Address, TransferMode Mode)
{
    /// <summary>Data that goes with the call, up to 16,384 characters.</summary>
    public string? CallData { get; init; }

    /// <summary>The number shown to an outside destination, up to 24 digits; not with a blind transfer.</summary>
    public string? Caller { get; init; }

    /// <summary>Whether the call is held during the transfer; true by default, as at the gateway.</summary>
    public bool Hold { get; init; } = true;

    /// <summary>Names the transfer without its numbers.</summary>
    /// <returns>Destination and mode.</returns>
    public override string ToString() => $"TransferRequest {{ Destination = {Destination}, Mode = {Mode} }}";
}
