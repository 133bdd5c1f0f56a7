namespace SupervisorBot.Storage.Schema;

/// <summary>The language that a person has chosen over their client's.</summary>
internal sealed class PersonLanguageRow
{
    public required string TenantId { get; init; }

    public required string PersonId { get; init; }

    /// <summary>The language tag.</summary>
    public required string Language { get; init; }

    public required DateTimeOffset At { get; init; }
}
