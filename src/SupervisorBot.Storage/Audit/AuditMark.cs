namespace SupervisorBot.Storage.Audit;

/// <summary>A row of the audit that is vouched for: the last one, or the last one that was removed.</summary>
/// <param name="Name"><see cref="Head"/> or <see cref="Checkpoint"/>.</param>
/// <param name="Sequence">The row's number.</param>
/// <param name="At">When the mark was made.</param>
/// <param name="Hmac">The row's signature.</param>
internal sealed record AuditMark(string Name, long Sequence, DateTimeOffset At, byte[] Hmac)
{
    /// <summary>The last row: those after the one that it names are no longer, or not yet, there.</summary>
    public const string Head = "head";

    /// <summary>The last row that was removed as too old: verification goes on from it.</summary>
    public const string Checkpoint = "checkpoint";
}
