namespace SupervisorBot.Supervision.Outbox;

/// <summary>Where a live message stands.</summary>
/// <param name="Key">Names the live message.</param>
/// <param name="Address">The conversation that it stands in, as the conversation writes it.</param>
/// <param name="ActivityId">Its id there.</param>
/// <param name="Rank">How far along the shown state is.</param>
public sealed record ShownMessage(string Key, string Address, string ActivityId, int Rank = 0);
