namespace SupervisorBot.Chat.History;

/// <summary>How far back somebody looks.</summary>
internal enum HistorySpan
{
    /// <summary>Since midnight, by the asker's clock.</summary>
    Today,

    /// <summary>Today and the six days before.</summary>
    SevenDays,
}
