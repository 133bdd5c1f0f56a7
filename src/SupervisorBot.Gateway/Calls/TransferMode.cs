namespace SupervisorBot.Gateway.Calls;

/// <summary>How a call is transferred. Which modes a destination allows is told at <see cref="TransferRequest"/>.</summary>
public enum TransferMode
{
    /// <summary>The call is handed over at once, whatever becomes of it.</summary>
    Blind,

    /// <summary>The call is handed over when the destination has answered.</summary>
    Successful,

    /// <summary>The call waits while the IVR is at work and comes back (IVR only).</summary>
    Suspended,

    /// <summary>The destination is talked to first (outside numbers only).</summary>
    Talking,

    /// <summary>The destination joins the talk (outside numbers only).</summary>
    ThreeParty,
}
