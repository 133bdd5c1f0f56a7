namespace SupervisorBot.Storage.Writing;

/// <summary>A conditional statement found something else than what was read before it: the transaction is rolled back and made again.</summary>
internal sealed class OvertakenException : Exception;
