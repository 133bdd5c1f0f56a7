namespace SupervisorBot.Chat.Admission;

/// <summary>Why somebody is not let in.</summary>
internal enum AdmissionRefusal
{
    /// <summary>Their tenant is not on the list of allowed ones.</summary>
    ForeignTenant,

    /// <summary>They are not listed as an inspector.</summary>
    NotListed,

    /// <summary>They are a guest of the conversation, or of another organisation.</summary>
    Guest,

    /// <summary>Who is listed cannot be read at present.</summary>
    NotKnown,
}
