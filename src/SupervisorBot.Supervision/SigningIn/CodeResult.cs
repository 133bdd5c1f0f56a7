namespace SupervisorBot.Supervision.SigningIn;

/// <summary>What a typed code led to.</summary>
public enum CodeResult
{
    /// <summary>No code is awaited from this person: it is an ordinary text.</summary>
    NotAwaited,

    /// <summary>It is right; a notice tells what follows.</summary>
    Right,

    /// <summary>It is wrong; another try is left.</summary>
    Wrong,

    /// <summary>It is wrong, and was the last try: the sign-in is given up.</summary>
    TooManyWrong,

    /// <summary>It came too late: the sign-in is given up.</summary>
    TooLate,

    /// <summary>Too many requests of this inspector wait already: nothing was done.</summary>
    Overloaded,
}
