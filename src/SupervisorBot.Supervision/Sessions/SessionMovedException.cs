namespace SupervisorBot.Supervision.Sessions;

/// <summary>The session is looked after elsewhere by now: whoever waits for it here asks again, and is answered there.</summary>
[GenerateSerializer]
internal sealed class SessionMovedException : Exception
{
    public SessionMovedException()
        : base("The session has been taken over by another activation.")
    {
    }

    public SessionMovedException(string message)
        : base(message)
    {
    }

    public SessionMovedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
