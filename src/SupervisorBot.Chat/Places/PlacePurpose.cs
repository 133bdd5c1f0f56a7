using System.Text.Json.Serialization;

namespace SupervisorBot.Chat.Places;

/// <summary>What was asked at a place.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PlacePurpose>))]
internal enum PlacePurpose
{
    /// <summary>Something that is answered in a line or card of its own.</summary>
    Request,

    /// <summary>A monitoring, shown by the card of the inspector's call.</summary>
    Monitoring,

    /// <summary>An interception, shown by its own card, which also tells of the listening that it begins with.</summary>
    Interception,
}
