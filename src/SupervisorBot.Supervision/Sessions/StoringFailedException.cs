namespace SupervisorBot.Supervision.Sessions;

/// <summary>What a turn changed could not be stored (or its answer was lost), or what is stored could not be read.</summary>
internal sealed class StoringFailedException(Exception inner) : Exception("The storage failed.", inner);
