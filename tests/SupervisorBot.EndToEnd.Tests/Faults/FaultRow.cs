namespace SupervisorBot.EndToEnd.Tests.Faults;

/// <summary>One row of the matrix.</summary>
/// <param name="Step">Where the fault strikes: the heading of its table.</param>
/// <param name="Fault">What goes wrong.</param>
/// <param name="Strike">Makes it go wrong; called when the confirmation is shown, just before the press.</param>
/// <param name="Gets">What the gateway receives.</param>
/// <param name="End">What the inspector sees, and who has the call then.</param>
internal sealed record FaultRow(string Step, string Fault, Func<FaultScene, Task> Strike, Traffic Gets, FaultEnd End)
{
    public string Name => $"{Step}: {Fault}";

    /// <summary>A bot of its own for a row whose fault would strike others too; null for the common one.</summary>
    public Func<Task<FaultSetting>>? Setting { get; init; }

    /// <summary>Why the row cannot be played here; null where it can.</summary>
    public string? Needs { get; init; }

    /// <summary>Whether one more detach may reach the gateway: where the end of the call crosses it.</summary>
    public bool MayDetach { get; init; }

    /// <summary>Makes good again what would strike the second inspector too.</summary>
    public Func<FaultScene, Task> Mend { get; init; } = static _ => Task.CompletedTask;

    /// <summary>What the inspector does; signing in, confirming and pressing by default.</summary>
    public Func<FaultScene, Task> Play { get; init; } = static scene => scene.InterceptAsync();

    public bool Allows(Traffic got) => got == Gets || (MayDetach && got == Gets with { Detaches = Gets.Detaches + 1 });
}
