namespace SupervisorBot.Gateway.Agents;

/// <summary>An agent's state as the CTI platform tells it (<c>ctiStatus</c>; CEC API reference cec_07_0581 and cec_07_0697).</summary>
public enum CtiStatus
{
    /// <summary>Not told, or a code that the reference does not list.</summary>
    Unknown = -1,

    /// <summary>Not signed in.</summary>
    NotSignedIn = 0,

    /// <summary>Idle.</summary>
    Idle = 1,

    /// <summary>Reserved for a call that is about to come.</summary>
    PreOccupied = 2,

    /// <summary>Occupied by a call that is not answered yet.</summary>
    Occupied = 3,

    /// <summary>Answering.</summary>
    Answering = 4,

    /// <summary>Talking: the one state in which there is surely a live talk to listen to or intercept.</summary>
    Talking = 5,

    /// <summary>After-call work.</summary>
    WrapUp = 6,

    /// <summary>Busy.</summary>
    Busy = 7,

    /// <summary>Resting.</summary>
    Resting = 8,

    /// <summary>Studying.</summary>
    Studying = 9,

    /// <summary>Adjusting.</summary>
    Adjusting = 10,
}
