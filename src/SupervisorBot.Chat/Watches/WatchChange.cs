using SupervisorBot.Chat.Agents;
using SupervisorBot.Chat.Places;
using SupervisorBot.Supervision.Desk;

namespace SupervisorBot.Chat.Watches;

/// <summary>A change of a chat's watch. Exactly one of its parts is set; with none, nothing is changed.</summary>
/// <param name="Place">Where it was asked.</param>
/// <param name="By">Who asked.</param>
/// <param name="Language">The locale of the alerts of a new rule.</param>
[GenerateSerializer, Immutable]
internal sealed record WatchChange(RequestOrigin Place, Asker By, string Language)
{
    /// <summary>A new rule.</summary>
    [Id(0)]
    public WatchKind? Kind { get; init; }

    /// <summary>Its state.</summary>
    [Id(1)]
    public NamedState? State { get; init; }

    /// <summary>Its span.</summary>
    [Id(2)]
    public TimeSpan Longer { get; init; }

    /// <summary>Its agent.</summary>
    [Id(3)]
    public int? WorkNo { get; init; }

    /// <summary>Its team.</summary>
    [Id(4)]
    public string? Team { get; init; }

    /// <summary>Whether the quiet hours are set, to <see cref="Quiet"/>.</summary>
    [Id(5)]
    public bool SetsQuiet { get; init; }

    /// <summary>The quiet hours; null for none.</summary>
    [Id(6)]
    public QuietHours? Quiet { get; init; }

    /// <summary>The rule to end.</summary>
    [Id(7)]
    public int? Off { get; init; }

    /// <summary>Whether all rules end.</summary>
    [Id(8)]
    public bool AllOff { get; init; }
}
