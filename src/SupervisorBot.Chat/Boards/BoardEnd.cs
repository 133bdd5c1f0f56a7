using System.Text.Json.Serialization;

namespace SupervisorBot.Chat.Boards;

/// <summary>Why a board is not kept up to date any more.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BoardEnd>))]
internal enum BoardEnd
{
    /// <summary>Somebody pressed the button for it.</summary>
    Asked,

    /// <summary>Its time was over.</summary>
    Time,

    /// <summary>A newer board was opened in the thread.</summary>
    Replaced,

    /// <summary>Whoever opened it is not signed in at the gateway any more.</summary>
    NotSignedIn,

    /// <summary>Whoever opened it is no inspector any more.</summary>
    NotListed,

    /// <summary>Whoever opened it may not see the agents any more.</summary>
    NotPermitted,
}
