namespace SupervisorBot.Supervision.Sessions.Stored;

/// <summary>
/// A change was handed over to be stored for good, and no answer came: it may be stored, or not. The same change is tried again: a
/// <see cref="SessionCommit"/> of the same <see cref="SessionCommit.Id"/> is answered <see cref="CommitResult.Committed"/> where it had been stored, and
/// stored where not. Only an answer to a further try tells; a further failure of any kind, also one by which nothing was changed, does not.
/// </summary>
/// <param name="innerException">What the database said, or what became of the connection.</param>
public sealed class StoreOutcomeUnknownException(Exception? innerException = null)
    : StoreUnavailableException("The database did not answer whether the change is stored.", innerException);
