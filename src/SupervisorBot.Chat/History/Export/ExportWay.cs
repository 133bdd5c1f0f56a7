namespace SupervisorBot.Chat.History.Export;

/// <summary>How a file reaches whoever asked for it.</summary>
internal enum ExportWay
{
    /// <summary>Into their own OneDrive, once they have agreed in the personal chat (Teams' file consent).</summary>
    Consent,

    /// <summary>Over a link on the bot's own address.</summary>
    Link,
}
