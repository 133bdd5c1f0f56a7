using System.Data.Common;

namespace SupervisorBot.Storage.Writing;

/// <summary>Something that a batch has to know before its changes decide.</summary>
/// <param name="Statement">What is asked.</param>
/// <param name="Values">The values of its parameters.</param>
/// <param name="Row">Is given each row.</param>
internal sealed record Query(Statement Statement, object?[] Values, Action<DbDataReader> Row);
