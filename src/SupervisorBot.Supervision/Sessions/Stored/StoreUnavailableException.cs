namespace SupervisorBot.Supervision.Sessions.Stored;

/// <summary>
/// What is stored can be neither read nor changed at present. Trying again later is right: a change that was stored although its answer was lost is
/// recognised by <see cref="SessionCommit.Id"/>, and an interception by its version.
/// </summary>
public class StoreUnavailableException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="message">What is the matter, for the log; nothing secret in it.</param>
    /// <param name="innerException">What the database said.</param>
    public StoreUnavailableException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>
    /// What a log shows of a failure beside its sentence: nothing where the storage was unavailable, whose reason the storage's own log tells in a sentence.
    /// </summary>
    /// <param name="exception">The failure.</param>
    /// <returns>Null where the storage was unavailable, however deep inside; the exception itself otherwise.</returns>
    public static Exception? Unforeseen(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is StoreUnavailableException)
            {
                return null;
            }
        }

        return exception;
    }
}
