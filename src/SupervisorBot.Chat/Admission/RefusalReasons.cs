namespace SupervisorBot.Chat.Admission;

/// <summary>Why something was refused before it came to any session, in the audit's fixed words; beside those of <see cref="AdmissionRefusal"/>.</summary>
internal static class RefusalReasons
{
    /// <summary>The button belongs to somebody else's card.</summary>
    public const string NotYours = "NotYours";

    /// <summary>The button says nothing that can be read, or nothing that is done any more.</summary>
    public const string OldButton = "OldButton";

    /// <summary>The interception that the button belongs to is not known any more.</summary>
    public const string NotKnown = "NotKnown";
}
