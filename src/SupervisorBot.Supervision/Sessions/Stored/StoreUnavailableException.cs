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
}
