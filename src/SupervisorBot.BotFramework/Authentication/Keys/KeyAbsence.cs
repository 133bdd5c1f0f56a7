namespace SupervisorBot.BotFramework.Authentication.Keys;

/// <summary>Why there is no key.</summary>
internal enum KeyAbsence
{
    /// <summary>The document does not name it.</summary>
    UnknownId,

    /// <summary>The document could not be read, or was read too long ago.</summary>
    NoKeys,
}
